namespace Gateway;

/// <summary>
/// How long a call waits for the provider: until its caller gives up, or a time is over that can be set
/// anew for each piece of an answer. Doing so is a time stamp and, as a rule, no change of a timer,
/// since it is done for each token of a stream.
/// </summary>
internal sealed class Patience : IDisposable
{
    private const long Never = long.MaxValue;

    // Timers count whole milliseconds: a shorter rest would fire at once, over and over.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly TimeProvider _clock;
    private readonly CancellationToken _caller;

    // One for both, since each stream has its own for as long as it lasts. Left to the collector: the
    // timer may be about to cancel it when the call is over.
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenRegistration _onCaller;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private long _due = Never;
    private long _firesAt = Never;

    public Patience(TimeSpan wait, TimeProvider clock, CancellationToken caller)
    {
        _clock = clock;
        _caller = caller;
        _timer = clock.CreateTimer(
            static patience => ((Patience)patience!).Look(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        _onCaller = caller.UnsafeRegister(
            static end => ((CancellationTokenSource)end!).Cancel(),
            _end
        );
        WaitFor(wait);
    }

    /// <summary>Ends the call.</summary>
    public CancellationToken Token => _end.Token;

    public void WaitFor(TimeSpan wait)
    {
        lock (_gate)
        {
            _due = _clock.GetTimestamp() + (long)(wait.TotalSeconds * _clock.TimestampFrequency);
            // One that fires too early looks again.
            if (_due < _firesAt)
            {
                Set(wait);
            }
        }
    }

    /// <summary>Stops the time: whose turn it is now is not the provider.</summary>
    public void Rest()
    {
        lock (_gate)
        {
            _due = Never;
        }
    }

    /// <summary>What an exception means, now that it is known why the call could have been ended.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public ProviderException Explain(Exception e, ProviderFailure late)
    {
        // A transport may tell of an end that we asked for as a broken connection.
        _caller.ThrowIfCancellationRequested();
        return e switch
        {
            ProviderException known => known,
            _ when _end.IsCancellationRequested => new(late),
            OperationCanceledException => new(late),
            _ => SdkFailure.Translate(e, _clock.GetUtcNow()),
        };
    }

    public void Dispose()
    {
        Rest();
        _onCaller.Dispose();
        _timer.Dispose();
    }

    private void Look()
    {
        lock (_gate)
        {
            _firesAt = Never;
            if (_due == Never)
            {
                return;
            }
            var left = _clock.GetElapsedTime(_clock.GetTimestamp(), _due);
            if (left > TimeSpan.Zero)
            {
                Set(left < Shortest ? Shortest : left);
                return;
            }
        }
        _end.Cancel();
    }

    private void Set(TimeSpan wait)
    {
        _firesAt = _due;
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
