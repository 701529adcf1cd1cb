using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// How the gateway stops: it says so, goes on for the notice time, closes the door, lets requests in
/// flight end for the drain time, then asks those that are left to come to an end.
/// </summary>
internal sealed class Draining(
    IHostApplicationLifetime host,
    IOptions<LifetimeOptions> options,
    TimeProvider clock
) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _ending = new();
    private volatile bool _stopping;
    private Task? _begun;
    private ITimer? _drain;

    /// <summary>Whether it has been told to stop.</summary>
    public bool IsStopping => _stopping || host.ApplicationStopping.IsCancellationRequested;

    /// <summary>
    /// Fires when the notice is over and the door closes. What is begun here and not by a request has to
    /// watch it, and begin nothing more; what waits to be spoken to, and close.
    /// </summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>
    /// Fires when the drain time is over. Streams and sockets have to watch it, say to their callers
    /// that this is the end, and end; a few seconds later they are cut off.
    /// </summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>
    /// Has the caller make its next request on another connection. HTTP/2 has no such header: there
    /// the server says it when it closes the door.
    /// </summary>
    public static void SendElsewhere(HttpContext context)
    {
        if (HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }
    }

    /// <summary>For a request that could not be answered before that.</summary>
    public static ProblemHttpResult Refusal(HttpContext context)
    {
        SendElsewhere(context);
        return Refusals.Of(
            context,
            StatusCodes.Status503ServiceUnavailable,
            "The gateway is shutting down.",
            "shutdown",
            TimeSpan.FromSeconds(1)
        );
    }

    /// <summary>Ahead of the server's own stop, which closes the door. Hosts may ask for it twice.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        lock (_ending)
        {
            return _begun ??= BeginAsync(cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Its timer may be firing while the host is disposed of, so the tokens' sources are left alone:
    // without timers of their own they hold nothing.
    public void Dispose() => _drain?.Dispose();

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        // Cut short, the notice is over all the same.
        await Task.Delay(
                TimeSpan.FromSeconds(options.Value.NoticeSeconds),
                clock,
                cancellationToken
            )
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _drain = clock.CreateTimer(
            static ending => ((CancellationTokenSource)ending!).Cancel(),
            _ending,
            TimeSpan.FromSeconds(options.Value.DrainSeconds),
            Timeout.InfiniteTimeSpan
        );
        await _closing.CancelAsync();
    }
}
