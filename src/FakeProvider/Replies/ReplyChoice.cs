namespace GatewayBench;

/// <summary>One of the replies to a prompt.</summary>
/// <param name="Parts">Text and tool calls, in order; at least one.</param>
/// <param name="Ending">Why it ends.</param>
internal sealed record ReplyChoice(IReadOnlyList<ReplyPart> Parts, ReplyEnding Ending)
{
    /// <summary>The stop sequence, in UTF-8, that it ends before; null if it ends otherwise.</summary>
    public byte[]? StoppedBy { get; init; }

    public int Tokens { get; } = Sum(Parts, static part => part.Tokens);

    public int Pieces { get; } = Sum(Parts, static part => part.Pieces);

    // Most replies have one part, and the answer of most requests one choice: no enumerator for that.
    private static int Sum(IReadOnlyList<ReplyPart> parts, Func<ReplyPart, int> of)
    {
        var sum = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            sum += of(parts[i]);
        }
        return sum;
    }

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
