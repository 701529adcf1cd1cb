namespace GatewayBench.ProviderCost;

/// <summary>When streams begin and end: all of them are there while they are measured.</summary>
/// <param name="Streams">How many.</param>
/// <param name="Seconds">How long they are measured.</param>
/// <param name="TokensPerSecond">Of each stream.</param>
internal sealed record StreamPlan(int Streams, int Seconds, int TokensPerSecond = 5)
{
    private const int StartsPerSecond = 2_000;

    /// <summary>As many tokens as the runtime needs to compile their way for good.</summary>
    public static readonly StreamPlan WarmUp = new(Streams: 100, Seconds: 4, TokensPerSecond: 100);

    /// <summary>First tokens are spread over a second, and then there is one in which nothing begins. As long after a forced collection.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public TimeSpan Starting { get; } = TimeSpan.FromSeconds((double)Streams / StartsPerSecond);

    /// <summary>The first stream is to outlast the measured time, and a machine that is late by seconds.</summary>
    public int Tokens =>
        TokensPerSecond
        * (int)Math.Ceiling(Starting.TotalSeconds + (2 * Settling.TotalSeconds) + Seconds + 3);

    /// <summary>Nobody begins a second stream.</summary>
    public ClosedLoad Load =>
        GatewayBench
            .Load.Closed(Streams, Starting + TimeSpan.FromSeconds(1))
            .StartingPerSecond(StartsPerSecond);

    public Task<FakeProvider> StartProviderAsync(CancellationToken stop) =>
        FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.Uniform("0s", "1s");
                options.TokenGap = Delay.Fixed(TimeSpan.FromSeconds(1.0 / TokensPerSecond));
                options.ReplyTokens = Tokens;
            },
            stop
        );
}
