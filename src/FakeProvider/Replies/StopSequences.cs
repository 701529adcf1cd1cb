namespace GatewayBench;

/// <summary>Texts before which a reply ends.</summary>
internal static class StopSequences
{
    /// <summary>The text up to the first of them, which is not part of it; null if none occurs.</summary>
    /// <param name="text">A reply.</param>
    /// <param name="stops">Texts that are not empty.</param>
    public static ScriptedText? Cut(ReplyPart text, IReadOnlyList<byte[]> stops)
    {
        var whole = PartText.Whole(text);
        var end = -1;
        foreach (var stop in stops)
        {
            var found = (end < 0 ? whole : whole[..end]).IndexOf(stop);
            end = found >= 0 ? found : end;
        }
        return end >= 0 ? new ScriptedText(whole[..end].ToArray()) : null;
    }
}
