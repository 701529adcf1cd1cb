using System.Diagnostics;

namespace GatewayBench;

/// <summary>A child process and the lines that go to and fro, for as long as it lives.</summary>
internal sealed class ChildPipe : IAsyncDisposable
{
    /// <summary>How long what takes no time may take.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly OutputTail _output = new();
    private readonly TextWriter _input;

    /// <param name="start">With all three standard streams redirected.</param>
    /// <param name="order">The first line that it is told.</param>
    /// <param name="hear">Takes each line of its output; false for one that is none of ours.</param>
    /// <param name="heapLimit">Its heap limit in bytes; null without one.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">It can't be started.</exception>
    public ChildPipe(
        ProcessStartInfo start,
        string order,
        Func<string, bool> hear,
        long? heapLimit = null
    )
    {
        _process = Process.Start(start)!;
        _input = TextWriter.Synchronized(_process.StandardInput);
        Ended = EndAsync(hear, heapLimit);
        Write(order);
    }

    /// <summary>Ends when the process has, with how it ended, as one line.</summary>
    public Task<string> Ended { get; }

    /// <summary>How it ended, as one line; null while it runs.</summary>
    public string? End => Ended.IsCompletedSuccessfully ? Ended.Result : null;

    public void Write(string line)
    {
        try
        {
            _input.WriteLine(line);
            _input.Flush();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It has ended, which is told by its end.
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e)
            when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Lets it stop in order, and ends it if it doesn't.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // What was left to say has nobody to hear it.
        }
        // A little longer than it takes to end itself.
        await ((Task)Ended)
            .WaitAsync(ChildProgram.Grace + AnswerTime)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Kill();
        await Ended;
        _process.Dispose();
    }

    private async Task<string> EndAsync(Func<string, bool> hear, long? heapLimit)
    {
        var listening = Task.WhenAll(ListenAsync(hear), _output.DrainAsync(_process.StandardError));
        await _process.WaitForExitAsync();
        // Processes that it started may hold its output open for as long as they like.
        await listening
            .WaitAsync(TimeSpan.FromSeconds(1))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ChildEnd.Describe(_process.ExitCode, _output.ToString(), heapLimit);
    }

    private async Task ListenAsync(Func<string, bool> hear)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!hear(line))
            {
                _output.Add(line + "\n");
            }
        }
    }
}
