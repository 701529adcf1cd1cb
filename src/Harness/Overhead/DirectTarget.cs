namespace GatewayBench;

/// <summary>A fake provider as what is loaded: what a client without a gateway would see.</summary>
/// <param name="provider">Started already; its owner stops it.</param>
/// <param name="inMemory">Whether the gateway's calls reach theirs in memory, or over loopback.</param>
internal sealed class DirectTarget(FakeProvider provider, bool inMemory) : ITarget
{
    public Uri BaseAddress => provider.BaseAddress;

    public TargetInfo Info => new("provider, direct", inMemory ? "inmemory" : "loopback", null, []);

    public string? Fault => null;

    /// <summary>Not <see cref="ITarget.Provider"/>: its requests bring the ids that the gateway gave them.</summary>
    public FakeProvider Loaded => provider;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public HttpMessageInvoker CreateClient() => ProviderTarget.ClientOf(provider, inMemory);
}
