using System.Collections.Concurrent;
using System.Diagnostics;

namespace GatewayBench;

/// <summary>The parent's end of a child gateway: its process and what it tells.</summary>
internal sealed class ChildProcess : IAsyncDisposable, ISeriesTeller
{
    private readonly ChildPipe _pipe;
    private readonly string _token;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<ProcessUsage>> _questions = [];
    private readonly TaskCompletionSource<ChildMessage> _started = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private string? _fault;
    private long _asked;
    private long _watches;
    private volatile Watching? _watching;

    private ChildProcess(ProcessStartInfo start, ChildOrder order, long? heapLimit)
    {
        _token = order.Token;
        _pipe = new ChildPipe(start, order.ToLine(), Hear, heapLimit);
    }

    /// <inheritdoc cref="ITarget.Fault" />
    public string? Fault => Volatile.Read(ref _fault);

    /// <inheritdoc cref="ChildPipe.End" />
    public string? End => _pipe.End;

    public static ChildProcess Start(ProcessStartInfo start, ChildOrder order, long? heapLimit) =>
        new(start, order, heapLimit);

    /// <returns>Where it listens, or why it doesn't; null if it ended without a word.</returns>
    public async Task<ChildMessage?> FirstMessageAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(_started.Task, _pipe.Ended).WaitAsync(cancellationToken);
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
        Ask(new ChildQuestion { Usage = number });
        Task first = Task.WhenAny(answer.Task, _pipe.Ended);
        await first
            .WaitAsync(ChildPipe.AnswerTime)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _questions.TryRemove(number, out _);
        return answer.Task.IsCompletedSuccessfully ? await answer.Task : null;
    }

    void ISeriesTeller.Begin(long started, TimeProvider clock, ToldSeries told)
    {
        var watching = new Watching(++_watches, told);
        _watching = watching;
        var left = clock.GetElapsedTime(clock.GetTimestamp(), started);
        Ask(
            new ChildQuestion
            {
                Watch = watching.Number,
                Started = Stopwatch.GetTimestamp() + TimeProvider.System.TicksOf(left),
            }
        );
    }

    void ISeriesTeller.End() => Ask(new ChildQuestion { EndsWatch = true });

    /// <inheritdoc cref="ChildPipe.Kill" />
    public void Kill() => _pipe.Kill();

    /// <inheritdoc cref="ChildPipe.DisposeAsync" />
    public ValueTask DisposeAsync() => _pipe.DisposeAsync();

    private void Ask(ChildQuestion question) => _pipe.Write(question.ToLine());

    private bool Hear(string line)
    {
        if (ChildMessage.Parse(line, _token) is not { } message)
        {
            return false;
        }
        if (message.Answer is { } number)
        {
            // Too late an answer has no question left.
            _questions.GetValueOrDefault(number)?.TrySetResult(message.Usage);
        }
        else if (message.Slice is { } slice)
        {
            if (_watching is { } watching && watching.Number == message.Watch)
            {
                watching.Told.Hear(slice);
            }
        }
        else if (message.Fault is { } fault)
        {
            Interlocked.CompareExchange(ref _fault, fault, null);
        }
        else
        {
            _started.TrySetResult(message);
        }
        return true;
    }

    private sealed record Watching(long Number, ToldSeries Told);
}
