namespace GatewayBench;

/// <summary>What is answered to a request, whatever the wire format.</summary>
/// <param name="Request">What is answered.</param>
/// <param name="Sequence">The number of the admitted request: makes ids unique.</param>
/// <param name="Created">Unix time in seconds.</param>
/// <param name="Choices">As many as were asked for.</param>
internal sealed record ModelReply(
    ModelRequest Request,
    ulong Sequence,
    long Created,
    IReadOnlyList<ReplyChoice> Choices
)
{
    /// <summary>What its delays are drawn by; the number of the request unless it has an identity.</summary>
    public ulong DrawKey { get; init; } = Sequence;

    /// <summary>Of all choices, by <see cref="TokenRule"/>.</summary>
    public int Tokens { get; } = TokensOf(Choices);

    /// <summary>What was before its first token, or before the whole of it; zero until it is over.</summary>
    public PlannedWait Wait { get; set; }

    /// <summary>How many steps a stream of it takes: those of the choice that takes most.</summary>
    public int Steps { get; } = StepsOf(Choices);

    /// <summary>Tells the parts of all replies apart: for the ids of tool calls.</summary>
    public ulong PartKey(int choice, int part) =>
        SplitMix64.At(
            Request.Prompt.Hash ^ SplitMix64.Mix(Sequence),
            ((ulong)choice << 32) + (uint)part
        );

    private static int TokensOf(IReadOnlyList<ReplyChoice> choices)
    {
        var tokens = 0;
        for (var i = 0; i < choices.Count; i++)
        {
            tokens += choices[i].Tokens;
        }
        return tokens;
    }

    private static int StepsOf(IReadOnlyList<ReplyChoice> choices)
    {
        var steps = 0;
        for (var i = 0; i < choices.Count; i++)
        {
            steps = Math.Max(steps, choices[i].Pieces);
        }
        return steps;
    }
}
