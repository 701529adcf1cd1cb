using System.Diagnostics;

namespace GatewayBench.HarnessTests.Oracles;

/// <summary>
/// The original HdrHistogram, for Java, behind one line of question and one of answer. One JVM
/// serves all tests; it starts with the first question.
/// </summary>
public sealed class HdrOracle : IDisposable
{
    private static readonly string[] _jars =
    [
        "/usr/share/java/hdrhistogram.jar",
        "/usr/share/java/HdrHistogram.jar",
    ];

    private readonly SemaphoreSlim _oneQuestionAtATime = new(1);
    private Process? _java;

    public async Task<string> AskAsync(params string[] question)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _oneQuestionAtATime.WaitAsync(cancellation);
        try
        {
            var java = _java ??= Start();
            await java.StandardInput.WriteLineAsync(string.Join(' ', question));
            await java.StandardInput.FlushAsync(cancellation);
            var answer = await java.StandardOutput.ReadLineAsync(cancellation);
            if (answer is null)
            {
                Assert.Fail("Java ended: " + await java.StandardError.ReadToEndAsync(cancellation));
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
        _oneQuestionAtATime.Dispose();
        if (_java is not null)
        {
            // End of input is what the program waits for.
            _java.StandardInput.Close();
            _java.WaitForExit();
            _java.Dispose();
        }
    }

    private static Process Start()
    {
        var jar = Array.Find(_jars, File.Exists);
        // Java compiles the program on the fly, which a mere runtime cannot.
        var compiler = FindOnPath("javac");
        Assert.SkipWhen(
            jar is null || compiler is null,
            "Compares with the original HdrHistogram; for that: "
                + "apt-get install default-jdk-headless libhdrhistogram-java"
        );
        var java = Path.Combine(Path.GetDirectoryName(compiler)!, "java");
        var program = Path.Combine(AppContext.BaseDirectory, "Oracles", "HdrOracle.java");
        return Process.Start(
            new ProcessStartInfo(java, ["-cp", jar, program])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
    }

    private static string? FindOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
