using System.Globalization;

namespace GatewayBench;

/// <summary>A measured overhead as a page.</summary>
internal static class OverheadPage
{
    public static ReportPage Of(OverheadResult result) =>
        new(
            $"{result.Name}: gateway minus direct",
            [.. Facts(result)],
            result.Rows.Any(row => row.Series.Count > 0)
                ? [Deltas(result.Rows), Differences(result.Rows)]
                : [],
            [
                .. new ReportSection[]
                {
                    new("Invalid", [.. Invalid(result.Rows)]),
                    new("Left out", [.. LeftOut(result.Rows)]),
                    new("Trust", [.. Trust(result.Rows)]),
                }.Where(section => section.Lines.Count > 0),
            ]
        );

    /// <summary>A time that may be below zero.</summary>
    public static string Signed(double? microseconds) =>
        microseconds is not { } known
            ? Units.Nothing
            : (known < 0 ? "-" : "") + Units.Time(TimeSpan.FromMicroseconds(Math.Abs(known)));

    private static IEnumerable<string> Facts(OverheadResult result)
    {
        var plan = result.Plan;
        var gateway = result.Gateway;
        yield return result.IsValid ? "VALID" : "INVALID";
        if (result.Partial)
        {
            yield return "PARTIAL: ended before its time";
        }
        yield return gateway.Name + With(gateway.Settings);
        yield return "provider" + With(gateway.ProviderOptions ?? []);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{gateway.Transport}, {plan.Pairs} requests a row, {ClosedLoad.UsersText(plan.Users)}, seed {plan.Seed}"
        );
        yield return Fingerprint.Of(result.Machine).Title;
    }

    private static string With(IReadOnlyList<string> settings) =>
        settings.Count == 0 ? "" : $" with {string.Join(", ", settings)}";

    private static MarkdownTable Deltas(IReadOnlyList<OverheadRow> rows)
    {
        var table = new MarkdownTable("Paired delta", "Of", "Added", "95 % interval", "Pairs");
        foreach (var (row, series) in All(rows))
        {
            foreach (var one in series.Deltas)
            {
                table.Add(
                    row.Name,
                    Of(series, one.Percentile),
                    Signed(one.Microseconds),
                    Interval(one.Low, one.High),
                    Units.Count(row.Pairs)
                );
            }
        }
        return table.WithNote(
            "Percentiles of the differences within pairs: half of the requests are delayed by p50 at most."
        );
    }

    private static MarkdownTable Differences(IReadOnlyList<OverheadRow> rows)
    {
        var table = new MarkdownTable(
            "Difference of percentiles",
            "Of",
            "Gateway",
            "Direct",
            "Diff.",
            "95 % interval"
        );
        foreach (var (row, series) in All(rows))
        {
            foreach (var one in series.Differences)
            {
                table.Add(
                    row.Name,
                    Of(series, one.Percentile),
                    Signed(one.Gateway),
                    Signed(one.Direct),
                    Signed(one.Microseconds),
                    Interval(one.Low, one.High)
                );
            }
        }
        return table.WithNote(
            "The gateway's percentile less the direct one: mostly not of the same requests."
        );
    }

    private static IEnumerable<(OverheadRow Row, OverheadSeries Series)> All(
        IReadOnlyList<OverheadRow> rows
    ) => rows.SelectMany(row => row.Series.Select(series => (row, series)));

    private static string Of(OverheadSeries series, double percentile) =>
        string.Create(CultureInfo.InvariantCulture, $"{series.Name} p{percentile}");

    private static string Interval(double? low, double? high) =>
        low is null ? Units.Nothing : $"{Signed(low)} to {Signed(high)}";

    private static IEnumerable<string> Invalid(IReadOnlyList<OverheadRow> rows) =>
        from row in rows
        from reason in row.Invalid
        select $"{row.Name}: {reason}";

    private static IEnumerable<string> LeftOut(IReadOnlyList<OverheadRow> rows) =>
        from row in rows
        from reason in row.LeftOut
        select $"{row.Name}: {Units.Count(reason.Value)} of {Units.Count(row.Pairs + row.LeftOut.Values.Sum())}, {reason.Key}";

    private static IEnumerable<string> Trust(IReadOnlyList<OverheadRow> rows) =>
        from row in rows
        where row.Trust is not null
        let calls = row.LeastCalls == row.MostCalls
            ? Units.Count(row.MostCalls)
            : $"{row.LeastCalls} to {row.MostCalls}"
        select $"{row.Name}: {calls} {(row.MostCalls == 1 ? "call" : "calls")} of the provider a request, "
            + $"its delays off by {Signed(row.Trust!.TimerErrorP99Microseconds)} (p99), steal "
            + (row.Trust.Host.Steal is { } steal ? Units.Percent(steal) : Units.Nothing);
}
