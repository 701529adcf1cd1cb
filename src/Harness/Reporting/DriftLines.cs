namespace GatewayBench;

/// <summary>What moved while the load stood still, with how sure that is; and what did not.</summary>
internal static class DriftLines
{
    public const string Title = "Drift";

    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from line in Of(row.Drifts)
        select $"{row.Title()}: {line}";

    private static IEnumerable<string> Of(IReadOnlyList<DriftResult> drifts)
    {
        foreach (var drift in drifts.Where(drift => drift.Moves))
        {
            yield return $"{drift.Title} {drift.Verdict} by {Slope(drift, Math.Abs(drift.PerMinute))}"
                + $" {Interval(drift)}, from {Value(drift, drift.Start)} to {Value(drift, drift.End)}"
                + $" in {Units.Moment(drift.Seconds)}{ToLimit(drift)}";
        }
        var still = drifts.Where(drift => drift.Verdict == DriftResult.Steady).ToList();
        if (still.Count > 0)
        {
            yield return "no drift: "
                + string.Join(", ", still.Where(IsAlwaysTold).Select(Steady))
                + Others(still);
        }
        var unclear = drifts.Where(IsAlwaysTold).Where(IsUnclear).ToList();
        if (unclear.Count > 0)
        {
            yield return "not clear: " + string.Join(", ", unclear.Select(Unclear));
        }
        string[] missing =
        [
            .. DriftSubjects
                .Always.Where(subject => drifts.All(drift => drift.Name != subject.Name))
                .Select(subject => subject.Title),
        ];
        if (drifts.Count > 0 && missing.Length > 0)
        {
            yield return $"not told of, or too seldom: {string.Join(", ", missing)}";
        }
    }

    private static string Unclear(DriftResult drift) =>
        $"{drift.Title} {Value(drift, drift.Start)}"
        + (
            drift is { Low: { } low, High: { } high }
                ? $" ({Value(drift, low)} to {Slope(drift, high)})"
                : ""
        );

    private static bool IsAlwaysTold(DriftResult drift) => drift.IsAlwaysTold;

    private static bool IsUnclear(DriftResult drift) => drift.Verdict == DriftResult.Unclear;

    /// <summary>Gauges of the gateway's own are as many as it likes.</summary>
    private static string Others(List<DriftResult> still) =>
        still.Count(drift => !drift.IsAlwaysTold) is > 0 and var count
            ? $"{(still.Exists(IsAlwaysTold) ? ", and " : "")}{count} of its own gauges"
            : "";

    private static string Steady(DriftResult drift)
    {
        var most = Math.Max(Math.Abs(drift.Low ?? 0), Math.Abs(drift.High ?? 0));
        return $"{drift.Title} {Value(drift, drift.Start)} (at most {Slope(drift, most)})";
    }

    private static string Interval(DriftResult drift) =>
        drift is { Low: { } low, High: { } high }
            ? $"(95 %: {Value(drift, low)} to {Value(drift, high)})"
            : "(no interval)";

    private static string Slope(DriftResult drift, double perMinute) =>
        $"{Value(drift, perMinute)}/min";

    private static string ToLimit(DriftResult drift) =>
        drift is { Limit: { } limit, MinutesToLimit: { } minutes }
            ? $"; at this pace {Value(drift, limit)}, its limit, is reached in {Long(minutes)}"
            : "";

    private static string Long(double minutes) =>
        minutes < 120 ? $"{Units.Figure(Math.Round(minutes))} min"
        : minutes < 2 * 24 * 60 ? $"{Units.Figure(Math.Round(minutes / 60, 1))} h"
        : $"{Units.Count(Math.Round(minutes / 60 / 24))} days";

    /// <summary>In the unit of what drifts.</summary>
    public static string Value(DriftResult drift, double? value)
    {
        if (value is not { } known)
        {
            return Units.Nothing;
        }
        var size = Math.Abs(known);
        return (known < 0 ? "-" : "")
            + drift.Unit switch
            {
                "By" => Units.Bytes(size),
                "us" => Units.Time(TimeSpan.FromMicroseconds(size)),
                _ => Units.Figure(size >= 1 ? Math.Round(size, 1) : size),
            };
    }
}
