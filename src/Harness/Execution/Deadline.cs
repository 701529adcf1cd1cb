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

    private bool _isShortened;

    /// <summary>Whether the exchange has been cut off by <see cref="CutAfter"/>, before its time-out.</summary>
    public bool IsCutShort => _isShortened && HasPassed && !run.IsCancellationRequested;

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
        _isShortened = false;
        source.CancelAfter(timeout);
        return source.Token;
    }

    /// <summary>Cuts the exchange off so much later than now, unless its time-out comes first.</summary>
    /// <param name="time">Takes the place of what was said before.</param>
    /// <param name="started">The timestamp of the exchange's start.</param>
    public void CutAfter(TimeSpan time, long started)
    {
        var left = timeout - clock.GetElapsedTime(started);
        _isShortened = time < left;
        _source!.CancelAfter(
            _isShortened ? time
            : left > TimeSpan.Zero ? left
            : TimeSpan.Zero
        );
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
