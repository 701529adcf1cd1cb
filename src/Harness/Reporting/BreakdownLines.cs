namespace GatewayBench;

/// <summary>Where the time of successes went: of all, and of the slowest.</summary>
internal static class BreakdownLines
{
    public const string Title = "Where the time goes";

    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from line in Of(row)
        select $"{row.Title()}{line}";

    private static IEnumerable<string> Of(RowResult row)
    {
        var any = false;
        foreach (var (name, breakdown) in BreakdownParts.Of(row))
        {
            // The middle is like the mean, but for what the slowest do to that: the page has it.
            foreach (
                var band in breakdown
                    .Split.Where(IsTold)
                    .Where(one => one.Name != SplitBands.Middle)
            )
            {
                any = true;
                yield return $"{(name.Length > 0 ? $", {name}" : "")}: {Name(band)} "
                    + $"{Time(band.LatencyMicroseconds)} = {Parts(band)}";
            }
        }
        if (any && row.Waits is { } waits)
        {
            yield return $": of this, on average of all exchanges: {Text(waits)}";
        }
        else if (row.Waits is { } alone)
        {
            yield return $": on average of all exchanges: {Text(alone)}";
        }
    }

    /// <summary>Where nobody knows more than the latency there is nothing to tell.</summary>
    private static bool IsTold(SplitBand band) => band.ProviderMicroseconds is not null;

    public static string Name(SplitBand band) =>
        band.Name switch
        {
            SplitBands.All => "mean",
            SplitBands.Middle => "around p50",
            _ => "slowest 1 %",
        };

    private static string Parts(SplitBand band)
    {
        (string Name, double Time)[] parts =
        [
            ("provider", band.ProviderMicroseconds ?? 0),
            ("gateway", band.GatewayMicroseconds ?? 0),
            ("client wait", band.ClientWaitMicroseconds),
            ("not told", band.UntoldMicroseconds),
        ];
        return string.Join(
            " + ",
            parts
                .Where(part => part.Name != "not told" || band.UntoldExchanges > 0)
                .Select(part =>
                    $"{part.Name} {Time(part.Time)} ({Share(part.Time / band.LatencyMicroseconds)})"
                )
        );
    }

    private static string Share(double share) =>
        double.IsFinite(share) ? Units.Percent(share) : Units.Nothing;

    public static string Text(RowWaits waits) =>
        $"waits for an outgoing connection {Time(waits.ConnectionMicroseconds)}, "
        + $"for the store {Time(waits.StoreMicroseconds)}, "
        + $"GC pauses {(waits.GcPauseShare is { } share ? Units.Percent(share) : Units.Nothing)} of the time";

    public static string Time(double? microseconds) =>
        microseconds is { } time ? Units.Time(TimeSpan.FromMicroseconds(time)) : Units.Nothing;
}
