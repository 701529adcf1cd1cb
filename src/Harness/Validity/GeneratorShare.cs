namespace GatewayBench;

/// <summary>The load client's share of the CPU.</summary>
internal static class GeneratorShare
{
    /// <param name="client">
    /// What the client alone uses for as many exchanges against canned bytes. Sending those bytes is
    /// in it, so the share is rather too high than too low.
    /// </param>
    /// <param name="all">What was used in the row.</param>
    /// <returns>From 0 to 1; null unless both are known.</returns>
    public static double? Of(TimeSpan? client, TimeSpan? all) =>
        all > TimeSpan.Zero && client is { } own ? Math.Min(1, own / all.Value) : null;
}
