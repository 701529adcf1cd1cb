namespace GatewayBench;

/// <summary>Ranks from 1; equal values share the mean of theirs.</summary>
internal static class MidRanks
{
    public static double[] Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && sorted[end] == sorted[start]; end++) { }
            foreach (var position in order.AsSpan(start, end - start))
            {
                ranks[position] = (start + 1 + end) / 2.0;
            }
        }
        return ranks;
    }
}
