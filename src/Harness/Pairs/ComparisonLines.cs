using System.Globalization;

namespace GatewayBench;

/// <summary>What a comparison says, in words.</summary>
internal static class ComparisonLines
{
    /// <summary>What the primary series has come to, as in <c>OK/s -1.2 % (-3.0 % to 0.5 %)</c>.</summary>
    public static string Estimate(SeriesResult series) =>
        $"{series.Metric} {Units.Change(series.Ratio)} ({IntervalOf(series)})";

    /// <summary>The 95 % interval of a change.</summary>
    public static string IntervalOf(SeriesResult series) =>
        series is { Low: { } low, High: { } high }
            ? $"{Units.Change(low)} to {Units.Change(high)}"
            : "no interval below 6 pairs";

    /// <summary>How far it is, after a pair.</summary>
    public static string Progress(PairedComparison comparison)
    {
        var kept = comparison.Kept.Count();
        var last = comparison.Pairs[^1];
        var what = last.Discarded is { } why
            ? $"discarded, {why}"
            : Estimate(comparison.Results[0]);
        return $"pair {kept} of at most {comparison.Plan.MostPairs}: {what}; {Left(comparison, kept)}";
    }

    /// <summary>The verdict in capitals, with what it rests on.</summary>
    public static string Verdict(PairedComparison comparison)
    {
        if (comparison.Refusal is { } refusal)
        {
            return $"NO VERDICT: {refusal}";
        }
        if (comparison.Results.Count == 0)
        {
            return "NOTHING MEASURED";
        }
        var primary = comparison.Results[0];
        var pairs = $"{primary.Pairs} pairs";
        return comparison.IsNoise
            ? $"A/A: {Estimate(primary)}, {pairs}"
            : $"{(primary.Verdict ?? "not judged yet").ToUpperInvariant()}: {primary.Row}, {Estimate(primary)}, {pairs}";
    }

    /// <summary>What can be found, before it starts.</summary>
    public static string Reach(PairedComparison comparison) =>
        comparison switch
        {
            { Sigma: null } =>
                "What this can find is not known: no noise of this row and these conditions is stored for this "
                    + "machine (see: gatewaybench noise)",
            { Sigma: { } sigma, SmallestLoss: { } loss } =>
                $"At a sigma of {Share(sigma)} a loss of {Share(loss)} is found 95 times in 100, "
                    + $"in {comparison.Plan.MostPairs} pairs at most",
            _ => $"At a sigma of {Share(comparison.Sigma.Value)} no loss worth naming is found in "
                + $"{comparison.Plan.MostPairs} pairs: measure more of them, or elsewhere",
        };

    /// <summary>A share with two decimals, which small sigmas need.</summary>
    public static string Share(double share) =>
        (share * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static string Left(PairedComparison comparison, int kept)
    {
        var each = comparison.Pairs.Average(pair => pair.Seconds);
        var most = Time(comparison.Plan.MostPairs - kept);
        return comparison.Plan.Looks.FirstOrDefault(look => look > kept) is var look and > 0
            ? $"{Time(look - kept)} to the next look, {most} at most"
            : $"{most} left";

        string Time(int pairs) =>
            TimeSpan
                .FromSeconds(Math.Round(pairs * each))
                .ToString(
                    pairs * each < 3_600 ? @"m\:ss" : @"h\:mm\:ss",
                    CultureInfo.InvariantCulture
                );
    }
}
