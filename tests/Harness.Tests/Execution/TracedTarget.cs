using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>A target behind which a provider is asked, each for as long as it is told to be.</summary>
internal sealed class TracedTarget : IAsyncDisposable
{
    private readonly FakeProvider _provider;

    private TracedTarget(ManualTimeProvider clock, FakeProvider provider, int elsewhere)
    {
        _provider = provider;
        Target = new StepTarget(
            clock,
            (_, _) =>
            {
                if (InProvider >= 0)
                {
                    Ask(clock);
                }
                return (Status, """{"reply": "ok"}""", TimeSpan.FromMilliseconds(elsewhere));
            }
        )
        {
            Provider = provider,
        };
    }

    public StepTarget Target { get; }

    /// <summary>Milliseconds that each request's trace is with the provider; below 0 if it never is.</summary>
    public int InProvider { get; set; }

    /// <summary>Whether the provider is done before the target is.</summary>
    public bool Leaves { get; init; } = true;

    /// <summary>Of the prompt that the provider is sent.</summary>
    public int PromptTokens { get; set; } = 100;

    /// <summary>Of the answer.</summary>
    public int Status { get; init; } = 200;

    /// <param name="clock">Of all.</param>
    /// <param name="inProvider">Milliseconds with the provider; below 0 for not at all.</param>
    /// <param name="elsewhere">Milliseconds that it takes besides.</param>
    /// <param name="leaves">Whether the provider is done before the target is.</param>
    /// <param name="status">Of the answer.</param>
    public static async Task<TracedTarget> StartAsync(
        ManualTimeProvider clock,
        int inProvider,
        int elsewhere,
        bool leaves = true,
        int status = 200
    ) =>
        new(clock, await FakeProvider.StartAsync(o => o.TimeProvider = clock), elsewhere)
        {
            InProvider = inProvider,
            Leaves = leaves,
            Status = status,
        };

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private void Ask(ManualTimeProvider clock)
    {
        var log = _provider.Traces;
        Assert.True(TraceParent.TryRead(Target.Requests[^1].Trace, out var id));
        var visit = log.Enter(new RequestIdentity { Id = id }, PromptTokens);
        clock.Advance(TimeSpan.FromMilliseconds(InProvider));
        log.Leave(Leaves ? visit : TraceLog.Nothing);
    }
}
