namespace Gateway;

/// <summary>
/// How long a call waits for the provider: until its caller gives up, or a time is over that can be set
/// anew for each piece of an answer.
/// </summary>
internal sealed class Patience : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly CancellationToken _caller;

    // One for both, since each stream has its own for as long as it lasts.
    private readonly CancellationTokenSource _end;
    private readonly CancellationTokenRegistration _onCaller;

    public Patience(TimeSpan wait, TimeProvider clock, CancellationToken caller)
    {
        _clock = clock;
        _caller = caller;
        _end = new CancellationTokenSource(wait, clock);
        _onCaller = caller.UnsafeRegister(
            static end => ((CancellationTokenSource)end!).Cancel(),
            _end
        );
    }

    /// <summary>Ends the call.</summary>
    public CancellationToken Token => _end.Token;

    public void WaitFor(TimeSpan wait) => _end.CancelAfter(wait);

    /// <summary>Stops the time: whose turn it is now is not the provider.</summary>
    public void Rest() => _end.CancelAfter(Timeout.InfiniteTimeSpan);

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
        _onCaller.Dispose();
        _end.Dispose();
    }
}
