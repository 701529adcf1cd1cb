namespace GatewayBench;

/// <summary>
/// The waits of all streams of a provider, behind a single timer. The runtime's own queue walks all
/// timers that are due within a third of a second each time that one of them fires.
/// </summary>
internal sealed class WaitQueue : IDisposable
{
    // Timers take at most 49 days; whoever waits longer than this is looked at once an hour.
    private static readonly TimeSpan MostAhead = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly DueHeap _heap = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private long _armedFor = long.MaxValue;
    private bool _isDisposed;

    public WaitQueue(TimeProvider clock)
    {
        _clock = clock;
        // The timer outlives whatever its maker has in its execution context.
        using var suppressed = ExecutionContext.SuppressFlow();
        _timer = clock.CreateTimer(
            static state => ((WaitQueue)state!).ReleaseDue(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>How many are waiting.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _heap.Count;
            }
        }
    }

    public bool HasReached(long timestamp) => _clock.GetTimestamp() >= timestamp;

    public void Add(StreamTimer timer, long due)
    {
        lock (_gate)
        {
            timer.Due = due;
            _heap.Add(timer);
            if (_isDisposed)
            {
                Release(timer, isCancelled: true);
            }
            Arm();
        }
    }

    /// <summary>Ends a wait; does nothing if it has ended.</summary>
    public void Cancel(StreamTimer timer)
    {
        lock (_gate)
        {
            Release(timer, isCancelled: true);
            if (_heap.First is null)
            {
                _armedFor = long.MaxValue;
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Cancels all waits, those that come later as well.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            while (_heap.First is { } timer)
            {
                Release(timer, isCancelled: true);
            }
        }
        _timer.Dispose();
    }

    private void ReleaseDue()
    {
        lock (_gate)
        {
            var now = _clock.GetTimestamp();
            while (_heap.First is { } timer && timer.Due <= now)
            {
                Release(timer, isCancelled: false);
            }
            _armedFor = long.MaxValue;
            Arm();
        }
    }

    // Whoever takes it out of the heap ends its wait, so each ends once.
    private void Release(StreamTimer timer, bool isCancelled)
    {
        if (_heap.Remove(timer))
        {
            timer.IsCancelled = isCancelled;
            ThreadPool.UnsafeQueueUserWorkItem(timer, preferLocal: false);
        }
    }

    private void Arm()
    {
        if (_heap.First is not { } first || first.Due >= _armedFor)
        {
            return;
        }
        _armedFor = first.Due;
        var ahead = _clock.RoundUp(Math.Max(1, first.Due - _clock.GetTimestamp()));
        _timer.Change(ahead < MostAhead ? ahead : MostAhead, Timeout.InfiniteTimeSpan);
    }
}
