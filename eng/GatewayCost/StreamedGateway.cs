extern alias gateway;
using GatewayProgram = gateway::Program;

namespace GatewayBench.GatewayCost;

/// <summary>The sample gateway and its provider, both in this process, reached in memory.</summary>
internal sealed class StreamedGateway : IAsyncDisposable
{
    /// <summary>Beyond the streams, for what has not quite ended when the next begins.</summary>
    private const int Spare = 1_000;

    private readonly GatewayHost<GatewayProgram> _gateway;

    private StreamedGateway(FakeProvider provider, int streams)
    {
        Provider = provider;
        _gateway = new GatewayHost<GatewayProgram>()
            .UseTransport(Transport.InMemory)
            .UseProvider(provider, configKey: "OpenAI:Endpoint")
            .UseSetting("Auth:Enabled", "false")
            .UseSetting("RateLimit:Enabled", "false")
            .UseSetting("Concurrency:MaxRequests", $"{streams + Spare}");
    }

    public FakeProvider Provider { get; }

    public ITarget Target => _gateway;

    public static async Task<StreamedGateway> StartAsync(
        ChatStreams streams,
        CancellationToken stop,
        int latecomers = 0
    )
    {
        var started = new StreamedGateway(
            await streams.StartProviderAsync(stop),
            streams.Streams + latecomers
        );
        await started._gateway.StartAsync(stop);
        return started;
    }

    /// <summary>Loads one for a while, so that the code is compiled.</summary>
    public static async Task WarmUpAsync(CancellationToken stop)
    {
        await using var gateway = await StartAsync(ChatStreams.WarmUp, stop);
        await LoadRunner.RunAsync(
            gateway.Target,
            GatewayScenarios.StreamedChat(),
            ChatStreams.WarmUp.LoadOf(TimeSpan.FromSeconds(4)),
            ChatStreams.Options(TimeSpan.Zero),
            stop
        );
        stop.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
