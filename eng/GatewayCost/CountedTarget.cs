namespace GatewayBench.GatewayCost;

/// <summary>A target whose requests are counted from the first, the warm-up's too, which are in no row.</summary>
internal sealed class CountedTarget(ITarget target) : ITarget
{
    private int _begun;

    /// <summary>Requests that have been sent.</summary>
    public int Begun => Volatile.Read(ref _begun);

    public Uri BaseAddress => target.BaseAddress;

    public TargetInfo Info => target.Info;

    public string? Fault => target.Fault;

    public FakeProvider? Provider => target.Provider;

    public Task StartAsync(CancellationToken cancellationToken) =>
        target.StartAsync(cancellationToken);

    public HttpMessageInvoker CreateClient() => new(new Counter(this, target.CreateClient()));

    public ValueTask<ProcessUsage?> ReadUsageAsync() => target.ReadUsageAsync();

    private sealed class Counter(CountedTarget counted, HttpMessageInvoker client)
        : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Interlocked.Increment(ref counted._begun);
            return client.SendAsync(request, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                client.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
