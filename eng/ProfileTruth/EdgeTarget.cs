extern alias gateway;
using GatewayProgram = gateway::Program;

namespace GatewayBench.ProfileTruth;

/// <summary>A gateway whose edge is known, with all that stands behind it.</summary>
/// <param name="target">What is loaded.</param>
/// <param name="scenario">By what.</param>
/// <param name="owned">What goes with it, the first one first.</param>
internal sealed class EdgeTarget(ITarget target, Scenario scenario, params object[] owned)
    : IAsyncDisposable
{
    public ITarget Target => target;

    public Scenario Scenario => scenario;

    /// <summary>A server that has the slots itself.</summary>
    public static async Task<EdgeTarget> BareAsync(bool waits, CancellationToken stop)
    {
        var slots = new Slots(waits);
        var server = await KnownGateway.StartAsync(slots.AnswerAsync, stop);
        return new EdgeTarget(server.Target, TruthPlan.Scenario, server, slots);
    }

    /// <summary>The sample gateway, whose provider has them; who finds none waits there.</summary>
    public static async Task<EdgeTarget> SampleAsync(CancellationToken stop)
    {
        var provider = await FakeProvider.StartAsync(
            options =>
            {
                options.Slots = Slots.Count;
                options.Latency = Delay.Fixed(Slots.ServiceTime);
            },
            stop
        );
        var host = new GatewayHost<GatewayProgram>()
            .UseProvider(provider, configKey: "OpenAI:Endpoint")
            .UseSetting("Auth:Enabled", "false")
            .UseSetting("RateLimit:Enabled", "false");
        return new EdgeTarget(host, GatewayScenarios.Chat(), host, provider);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in owned)
        {
            if (one is IAsyncDisposable later)
            {
                await later.DisposeAsync();
            }
            else
            {
                ((IDisposable)one).Dispose();
            }
        }
    }
}
