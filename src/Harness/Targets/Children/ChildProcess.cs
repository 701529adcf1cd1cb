using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace GatewayBench;

/// <summary>The parent's end of a child: its process and its two-way line protocol.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(2);
    private readonly Process _process;
    private readonly string _token;
    private readonly OutputTail _output = new();
    private readonly TextWriter _input;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<ProcessUsage>> _questions = [];
    private readonly TaskCompletionSource<ChildMessage> _started = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly Task<string> _ended;
    private string? _fault;
    private long _asked;

    private ChildProcess(Process process, ChildOrder order, long? heapLimit)
    {
        _process = process;
        _token = order.Token;
        _input = TextWriter.Synchronized(process.StandardInput);
        _ended = EndAsync(heapLimit);
        Write(order.ToLine());
    }

    /// <inheritdoc cref="ITarget.Fault" />
    public string? Fault => Volatile.Read(ref _fault);

    /// <summary>How it ended, as one line; null while it runs.</summary>
    public string? End => _ended.IsCompletedSuccessfully ? _ended.Result : null;

    public static ChildProcess Start(ProcessStartInfo start, ChildOrder order, long? heapLimit) =>
        new(Process.Start(start)!, order, heapLimit);

    /// <returns>Where it listens, or why it doesn't; null if it ended without a word.</returns>
    public async Task<ChildMessage?> FirstMessageAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(_started.Task, _ended).WaitAsync(cancellationToken);
        return _started.Task.IsCompletedSuccessfully ? await _started.Task : null;
    }

    /// <remarks>The lines come in order: what the child told before is known when this returns.</remarks>
    /// <returns>Null if it has ended or does not answer.</returns>
    public async ValueTask<ProcessUsage?> ReadUsageAsync()
    {
        var number = Interlocked.Increment(ref _asked);
        var answer = new TaskCompletionSource<ProcessUsage>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        _questions[number] = answer;
        Write(number.ToString(CultureInfo.InvariantCulture));
        Task first = Task.WhenAny(answer.Task, _ended);
        await first.WaitAsync(AnswerTime).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _questions.TryRemove(number, out _);
        return answer.Task.IsCompletedSuccessfully ? await answer.Task : null;
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
        await ((Task)_ended)
            .WaitAsync(ChildProgram.Grace + AnswerTime)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Kill();
        await _ended;
        _process.Dispose();
    }

    private void Write(string line)
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

    private async Task<string> EndAsync(long? heapLimit)
    {
        var listening = Task.WhenAll(ListenAsync(), _output.DrainAsync(_process.StandardError));
        await _process.WaitForExitAsync();
        // Processes that it started may hold its output open for as long as they like.
        await listening
            .WaitAsync(TimeSpan.FromSeconds(1))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ChildEnd.Describe(_process.ExitCode, _output.ToString(), heapLimit);
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (ChildMessage.Parse(line, _token) is { } message)
            {
                Hear(message);
            }
            else
            {
                _output.Add(line + "\n");
            }
        }
    }

    private void Hear(ChildMessage message)
    {
        if (message.Answer is { } number)
        {
            // Too late an answer has no question left.
            _questions.GetValueOrDefault(number)?.TrySetResult(message.Usage);
        }
        else if (message.Fault is { } fault)
        {
            Interlocked.CompareExchange(ref _fault, fault, null);
        }
        else
        {
            _started.TrySetResult(message);
        }
    }
}
