namespace Gateway;

/// <summary>
/// How long a call waits for the provider: until its caller gives up, or a time is over that can be set
/// anew for each piece of an answer.
/// </summary>
internal sealed class Patience : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    public Patience(TimeSpan wait, TimeProvider clock, CancellationToken caller)
    {
        _clock = clock;
        _caller = caller;
        _timer = new CancellationTokenSource(wait, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    /// <summary>Ends the call.</summary>
    public CancellationToken Token => _either.Token;

    public void WaitFor(TimeSpan wait) => _timer.CancelAfter(wait);

    /// <summary>Stops the time: whose turn it is now is not the provider.</summary>
    public void Rest() => _timer.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>What an exception means, now that it is known why the call could have been ended.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public ProviderException Explain(Exception e, ProviderFailure late)
    {
        // A transport may tell of an end that we asked for as a broken connection.
        _caller.ThrowIfCancellationRequested();
        return e switch
        {
            ProviderException known => known,
            _ when _timer.IsCancellationRequested => new(late),
            OperationCanceledException => new(late),
            _ => SdkFailure.Translate(e, _clock.GetUtcNow()),
        };
    }

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
