namespace GatewayBench;

/// <summary>
/// A user's exchange time-out, cut short by the end of the run: one timer for all its exchanges,
/// replaced only after it has fired or while the user rests.
/// </summary>
internal sealed class Deadline(TimeSpan timeout, TimeProvider clock, CancellationToken run)
    : IDisposable
{
    private CancellationTokenRegistration _registration;
    private CancellationTokenSource? _source;

    /// <summary>Whether the exchange that was started last has been cut off.</summary>
    public bool HasPassed => _source is { IsCancellationRequested: true };

    public CancellationToken Start()
    {
        if (_source is not { } source)
        {
            source = Open();
        }
        else if (!source.TryReset())
        {
            // The fired source is left to the collector: the run's end may be cancelling it now.
            source = NewSource();
            Interlocked.Exchange(ref _source, source);
            if (run.IsCancellationRequested)
            {
                source.Cancel();
            }
        }
        source.CancelAfter(timeout);
        return source.Token;
    }

    /// <summary>Gives up, until the next start, what only an exchange under way needs.</summary>
    public void Rest()
    {
        // Waits for a cancellation that is under way: nobody uses the source afterwards.
        _registration.Dispose();
        _source?.Dispose();
        _source = null;
    }

    public void Dispose() => Rest();

    private CancellationTokenSource Open()
    {
        var source = NewSource();
        Volatile.Write(ref _source, source);
        // At once if the run has ended already.
        _registration = run.UnsafeRegister(
            static state => Volatile.Read(ref ((Deadline)state!)._source)?.Cancel(),
            this
        );
        return source;
    }

    private CancellationTokenSource NewSource() => new(Timeout.InfiniteTimeSpan, clock);
}
