using System.Globalization;

namespace GatewayBench;

/// <summary>Whether enough was measured, of a target and users in a steady state.</summary>
internal static class RunGates
{
    /// <summary>What the reason begins with: some callers can do without percentiles.</summary>
    public const string TooFew = "too few samples";

    public static string? Samples(Trust trust)
    {
        const double Percentile = GateLimits.HeadlinePercentile;
        var needed = SampleSize.NeededFor(Percentile);
        return trust.Successes < needed
            ? $"{TooFew}: {Units.Count(trust.Successes.Value)} successes, "
                + string.Create(CultureInfo.InvariantCulture, $"p{Percentile} needs {needed}")
                + "; measure longer"
            : null;
    }

    public static string? Settled(Trust trust)
    {
        if (trust.Settled != false)
        {
            return null;
        }
        var after = trust.WarmUpSeconds is { } seconds
            ? string.Create(CultureInfo.InvariantCulture, $" after {seconds:0.0} s of warm-up")
            : "";
        return $"never settled: service time or compiler were still moving{after}; "
            + $"{Variables.WarmUp}, or the tool's --warm-up, which beats it, sets how long it may take";
    }

    public static string? Drift(Trust trust) =>
        trust.Drift is { } drift && Math.Abs(drift - 1) > GateLimits.DriftTolerance
            ? $"drift: {Units.Change(drift)} from the first third to the last, "
                + $"at most {Units.Percent(GateLimits.DriftTolerance)} either way; "
                + "find what changes, or warm up longer"
            : null;

    public static string? Fairness(Trust trust) =>
        trust.Fairness is { } fairness && fairness < GateLimits.Fairness
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"unfair: the slowest user did {fairness:0.00} of the median user's exchanges, at least {GateLimits.Fairness}; use fewer users"
            )
            : null;
}
