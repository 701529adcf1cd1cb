using Microsoft.AspNetCore.Http.Timeouts;

namespace Gateway;

/// <summary>
/// When a request is over at the latest: when its caller leaves, its time is up, or the gateway stops
/// and can't wait any longer.
/// </summary>
internal sealed class Deadline : IHttpRequestTimeoutFeature, IDisposable
{
    private readonly CancellationToken _left;
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _onLeft;
    private readonly CancellationTokenRegistration _onStopping;

    public Deadline(
        TimeSpan after,
        TimeProvider clock,
        CancellationToken left,
        CancellationToken stopping
    )
    {
        _left = left;
        _stopping = stopping;
        _source = new CancellationTokenSource(after, clock);
        _onLeft = left.UnsafeRegister(Cancel, _source);
        _onStopping = stopping.UnsafeRegister(Cancel, _source);
    }

    public CancellationToken RequestTimeoutToken => _source.Token;

    /// <summary>Whether it ended the request, rather than the caller.</summary>
    public bool Passed => _source.IsCancellationRequested && !_left.IsCancellationRequested;

    /// <summary>Whether it did because the gateway stops.</summary>
    public bool Stopped => Passed && _stopping.IsCancellationRequested;

    /// <summary>
    /// For an answer that takes as long as it takes: from now on only the caller's leaving ends it.
    /// Whoever writes it has to look at <see cref="Draining.Ending"/>.
    /// </summary>
    public void DisableTimeout()
    {
        _source.CancelAfter(Timeout.InfiniteTimeSpan);
        _onStopping.Dispose();
    }

    public void Dispose()
    {
        _onLeft.Dispose();
        _onStopping.Dispose();
        _source.Dispose();
    }

    private static void Cancel(object? source) => ((CancellationTokenSource)source!).Cancel();
}
