namespace GatewayBench;

/// <summary>One of the replies to a prompt.</summary>
/// <param name="Parts">Text and tool calls, in order; at least one.</param>
/// <param name="Ending">Why it ends.</param>
internal sealed record ReplyChoice(IReadOnlyList<ReplyPart> Parts, ReplyEnding Ending)
{
    public int Tokens { get; } = Parts.Sum(part => part.Tokens);

    public int Pieces { get; } = Parts.Sum(part => part.Pieces);

    /// <summary>Where its n-th piece is; <paramref name="index"/> is below <see cref="Pieces"/>.</summary>
    public (int Part, int Piece) At(int index)
    {
        var part = 0;
        while (index >= Parts[part].Pieces)
        {
            index -= Parts[part].Pieces;
            part++;
        }
        return (part, index);
    }
}
