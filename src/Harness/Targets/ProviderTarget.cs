namespace GatewayBench;

/// <summary>
/// The fake provider loaded alone: a second one with the first one's replies, but without delay and
/// rate limit, so that what it can answer is its own limit.
/// </summary>
/// <param name="provider">The first one.</param>
/// <param name="inMemory">Whether the gateway's calls reach it in memory, or over loopback.</param>
internal sealed class ProviderTarget(FakeProvider provider, bool inMemory)
    : ITarget,
        IAsyncDisposable
{
    private FakeProvider? _alone;

    public Uri BaseAddress =>
        _alone?.BaseAddress ?? throw new InvalidOperationException("Await StartAsync first.");

    public TargetInfo Info => new("provider alone", inMemory ? "inmemory" : "loopback", null, []);

    public string? Fault => null;

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _alone ??= await FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.None;
                options.Seed = provider.Options.Seed;
                options.ReplyTokens = provider.Options.ReplyTokens;
                options.MaxRequestBodyBytes = provider.Options.MaxRequestBodyBytes;
            },
            cancellationToken
        );

    public HttpMessageInvoker CreateClient() => ClientOf(_alone!, inMemory);

    /// <summary>A client for a provider without a gateway between.</summary>
    public static HttpMessageInvoker ClientOf(FakeProvider provider, bool inMemory) =>
        LoadClient.Create(
            new ConnectionOptions(),
            handler =>
                handler.ConnectCallback = inMemory
                    ? (_, _) => ValueTask.FromResult(provider.Endpoints.Memory.Connect())
                    : null
        );

    public ValueTask DisposeAsync() => _alone?.DisposeAsync() ?? ValueTask.CompletedTask;
}
