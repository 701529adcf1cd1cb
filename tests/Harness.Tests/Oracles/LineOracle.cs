using System.Diagnostics;

namespace GatewayBench.HarnessTests.Oracles;

/// <summary>
/// Another implementation, behind one line of question and one of answer. One process serves all
/// tests; it starts with the first question.
/// </summary>
public abstract class LineOracle : IDisposable
{
    private readonly SemaphoreSlim _oneQuestionAtATime = new(1);
    private Process? _process;

    public async Task<string> AskAsync(params string[] question)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _oneQuestionAtATime.WaitAsync(cancellation);
        try
        {
            var process = _process ??= Start();
            await process.StandardInput.WriteLineAsync(string.Join(' ', question));
            await process.StandardInput.FlushAsync(cancellation);
            var answer = await process.StandardOutput.ReadLineAsync(cancellation);
            if (answer is null)
            {
                Assert.Fail(
                    "The oracle ended: " + await process.StandardError.ReadToEndAsync(cancellation)
                );
            }
            Assert.False(answer.StartsWith("ERROR", StringComparison.Ordinal), answer);
            return answer;
        }
        finally
        {
            _oneQuestionAtATime.Release();
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _oneQuestionAtATime.Dispose();
        if (_process is not null)
        {
            // End of input is what the program waits for.
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
        }
    }

    /// <summary>How to start it; skips the test, with the command that installs it, where it is missing.</summary>
    protected abstract ProcessStartInfo Command();

    protected static string PathOf(string program) =>
        Path.Combine(AppContext.BaseDirectory, "Oracles", program);

    private Process Start()
    {
        var start = Command();
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start)!;
    }
}
