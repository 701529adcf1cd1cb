namespace GatewayBench;

/// <summary>Texts before which a reply ends.</summary>
internal static class StopSequences
{
    /// <summary>The text up to the first of them, which is not part of it; null if none occurs.</summary>
    /// <param name="text">A reply.</param>
    /// <param name="stops">Texts that are not empty.</param>
    /// <param name="met">Which of them ended it.</param>
    public static ScriptedText? Cut(ReplyPart text, IReadOnlyList<byte[]> stops, out byte[]? met)
    {
        var whole = PartText.Whole(text);
        var end = -1;
        met = null;
        foreach (var stop in stops)
        {
            var found = whole.IndexOf(stop);
            (end, met) = found >= 0 && (end < 0 || found < end) ? (found, stop) : (end, met);
        }
        return end >= 0 ? new ScriptedText(whole[..end].ToArray()) : null;
    }
}
