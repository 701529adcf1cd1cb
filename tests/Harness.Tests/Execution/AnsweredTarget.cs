using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>
/// Another target on a clock of its own, whose time goes on from the middle of a load to its end only
/// once enough was answered: so that a machine that stands still for a second loses no exchange.
/// </summary>
internal sealed class AnsweredTarget(ITarget inner) : ITarget
{
    /// <summary>Far beyond what a working target needs: it only keeps a broken one from hanging.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _clock = new();
    private int _sent;
    private int _answered;

    public Uri BaseAddress => inner.BaseAddress;

    public TargetInfo Info => inner.Info;

    public string? Fault => inner.Fault;

    public FakeProvider? Provider => inner.Provider;

    public TimeProvider Clock => _clock;

    public Task StartAsync(CancellationToken cancellationToken) =>
        inner.StartAsync(cancellationToken);

    public HttpMessageInvoker CreateClient() => new(new Handler(this, inner.CreateClient()));

    public HttpMessageInvoker CreateSocketClient() =>
        new(new Handler(this, inner.CreateSocketClient()));

    public ValueTask<ProcessUsage?> ReadUsageAsync() => inner.ReadUsageAsync();

    /// <summary>Moves the clock until the run has ended, a millisecond at a time.</summary>
    /// <param name="run">What runs on <see cref="Clock"/>.</param>
    /// <param name="free">How much of the load's time passes by itself.</param>
    /// <param name="enough">How many answers the rest of it waits for, the one before the load counted.</param>
    public async Task DriveAsync(Task run, TimeSpan free, int enough)
    {
        DateTimeOffset? loaded = null;
        var waiting = TimeProvider.System.GetTimestamp();
        while (!run.IsCompleted)
        {
            // The first request is the check before the load.
            loaded ??= Volatile.Read(ref _sent) > 1 ? _clock.GetUtcNow() : null;
            if (
                loaded is null
                || _clock.GetUtcNow() - loaded < free
                || Volatile.Read(ref _answered) >= enough
                || TimeProvider.System.GetElapsedTime(waiting) > _patience
            )
            {
                _clock.Advance(TimeSpan.FromMilliseconds(1));
            }
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private sealed class Handler(AnsweredTarget target, HttpMessageInvoker client)
        : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Interlocked.Increment(ref target._sent);
            var response = await client.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref target._answered);
            return response;
        }

        protected override void Dispose(bool disposing)
        {
            client.Dispose();
            base.Dispose(disposing);
        }
    }
}
