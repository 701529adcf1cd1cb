namespace GatewayBench;

/// <summary>The first to set in comes first; of what sets in at once, causes before what they cause.</summary>
internal static class SuspectOrder
{
    /// <summary>
    /// Seconds within which nobody can tell which was first: a signal may leave its normal a slice
    /// before or after what it is a signal of.
    /// </summary>
    private const double AtOnce = 2;

    /// <param name="found">In the order of <see cref="Rules.All" />: causes first.</param>
    public static IReadOnlyList<Suspect> Of(IReadOnlyList<Suspect> found)
    {
        List<Suspect> ordered = [];
        List<Suspect> left = [.. found];
        while (left.Count > 0)
        {
            var first = left.Min(suspect => suspect.Second);
            ordered.AddRange(left.Where(suspect => suspect.Second < first + AtOnce));
            left.RemoveAll(suspect => suspect.Second < first + AtOnce);
        }
        return ordered;
    }
}
