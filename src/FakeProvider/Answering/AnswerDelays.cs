namespace GatewayBench;

/// <summary>When the pieces of one answer are due.</summary>
internal sealed class AnswerDelays(FakeProviderOptions options)
{
    // Tells the draws of a request's gaps from that of its first token.
    private const ulong GapSalt = 0x6761_7000;

    private readonly ulong _seed = options.Seed;
    private readonly Delay? _firstToken = options.Latency == Delay.None ? null : options.Latency;
    private readonly Delay? _gap = options.TokenGap == Delay.None ? null : options.TokenGap;

    private readonly PromptTerm _perPromptToken = new(options.LatencyPerPromptToken);

    public bool HasGaps => _gap is not null;

    /// <param name="key">The request's.</param>
    /// <param name="promptTokens">Of the request.</param>
    public TimeSpan FirstToken(ulong key, int promptTokens) =>
        _perPromptToken.AddTo(_firstToken?.Draw(_seed, key) ?? TimeSpan.Zero, promptTokens);

    /// <param name="key">The request's.</param>
    /// <param name="index">From 1: the gap before the piece of this index.</param>
    public TimeSpan Gap(ulong key, int index) =>
        _gap?.Draw(SplitMix64.At(_seed ^ GapSalt, key), (ulong)index) ?? TimeSpan.Zero;

    /// <summary>The gaps of a whole answer together, at most what a delay can be.</summary>
    public TimeSpan AllGaps(ulong key, int pieces)
    {
        var sum = TimeSpan.Zero;
        for (var i = 1; i < pieces && HasGaps && sum < Delay.Longest; i++)
        {
            sum += Gap(key, i);
        }
        return sum < Delay.Longest ? sum : Delay.Longest;
    }
}
