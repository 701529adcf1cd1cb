namespace GatewayBench;

/// <summary>
/// A user's exchange time-out, cut short by the end of the run: one timer for all its exchanges,
/// replaced only after it has fired.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _run;
    private readonly CancellationTokenRegistration _registration;
    private CancellationTokenSource _source;

    public Deadline(TimeSpan timeout, TimeProvider clock, CancellationToken run)
    {
        _timeout = timeout;
        _clock = clock;
        _run = run;
        _source = NewSource();
        _registration = run.UnsafeRegister(
            static state => Volatile.Read(ref ((Deadline)state!)._source).Cancel(),
            this
        );
    }

    /// <summary>Whether the exchange that was started last has been cut off.</summary>
    public bool HasPassed => _source.IsCancellationRequested;

    public CancellationToken Start()
    {
        if (!_source.TryReset())
        {
            // The fired source is left to the collector: the run's end may be cancelling it now.
            Interlocked.Exchange(ref _source, NewSource());
            if (_run.IsCancellationRequested)
            {
                _source.Cancel();
            }
        }
        _source.CancelAfter(_timeout);
        return _source.Token;
    }

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private CancellationTokenSource NewSource() => new(Timeout.InfiniteTimeSpan, _clock);
}
