namespace GatewayBench.GatewayCost;

/// <summary>
/// Streamed chats, as many at once as there are users: whose stream has ended begins the next. A
/// stream lasts as long as the users' starts are spread over, so that streams begin as evenly later.
/// </summary>
/// <param name="Streams">How many.</param>
/// <param name="StartsPerSecond">How fast the users come.</param>
/// <param name="Gap">Between a stream's tokens.</param>
internal sealed record ChatStreams(int Streams, double StartsPerSecond, TimeSpan Gap)
{
    private const int LeastTokens = 4;

    /// <summary>The provider's plan for each first token.</summary>
    public static readonly TimeSpan FirstToken = TimeSpan.FromMilliseconds(200);

    /// <summary>As many tokens as the runtime needs to compile their way for good.</summary>
    public static readonly ChatStreams WarmUp = new(100, 1_000, TimeSpan.FromMilliseconds(10));

    public TimeSpan Starting { get; } = TimeSpan.FromSeconds(Streams / StartsPerSecond);

    public int Tokens => Math.Max(LeastTokens, 1 + (int)Math.Ceiling(Starting / Gap));

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
