namespace GatewayBench;

/// <summary>
/// The fake provider loaded alone, over loopback: a second one with the first one's replies, but
/// without delay and rate limit, so that what it can answer is its own limit.
/// </summary>
internal sealed class ProviderTarget(FakeProvider provider) : ITarget, IAsyncDisposable
{
    private FakeProvider? _alone;

    public Uri BaseAddress =>
        _alone?.BaseAddress ?? throw new InvalidOperationException("Await StartAsync first.");

    public TargetInfo Info => new("provider alone", "loopback", null, []);

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

    public HttpMessageInvoker CreateClient() => new(LoadClient.NewHandler());

    public ValueTask DisposeAsync() => _alone?.DisposeAsync() ?? ValueTask.CompletedTask;
}
