namespace GatewayBench.GatewayCost;

/// <summary>Streamed chats, as many at once as there are users: whose stream has ended begins the next.</summary>
/// <param name="Streams">How many.</param>
/// <param name="StartsPerSecond">How fast the users come.</param>
/// <param name="Gap">Between a stream's tokens.</param>
/// <param name="Lasting">How long a stream lasts, in whole gaps.</param>
internal sealed record ChatStreams(
    int Streams,
    double StartsPerSecond,
    TimeSpan Gap,
    TimeSpan Lasting
)
{
    /// <summary>The provider's plan for each first token.</summary>
    public static readonly TimeSpan FirstToken = TimeSpan.FromMilliseconds(200);

    /// <summary>As many tokens as the runtime needs to compile their way for good.</summary>
    public static readonly ChatStreams WarmUp = new(
        100,
        1_000,
        TimeSpan.FromMilliseconds(10),
        TimeSpan.FromMilliseconds(500)
    );

    public TimeSpan Starting { get; } = TimeSpan.FromSeconds(Streams / StartsPerSecond);

    /// <summary>The first comes without a gap.</summary>
    public int Tokens => 1 + (int)Math.Ceiling(Lasting / Gap);

    /// <summary>Of all streams.</summary>
    public double TokensPerSecond => Streams / Gap.TotalSeconds;

    public ClosedLoad LoadOf(TimeSpan duration) =>
        Load.Closed(Streams, duration).StartingPerSecond(StartsPerSecond);

    public Task<FakeProvider> StartProviderAsync(CancellationToken stop) =>
        FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.Fixed(FirstToken);
                options.TokenGap = Delay.Fixed(Gap);
                options.ReplyTokens = Tokens;
            },
            stop
        );

    public static RunOptions Options(TimeSpan warmUp) =>
        new() { WarmUpCap = warmUp, Calibrate = false };
}
