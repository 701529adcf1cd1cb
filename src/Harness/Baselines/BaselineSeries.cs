namespace GatewayBench;

/// <summary>How a row has changed on one machine, for a chart: comparable runs only.</summary>
/// <param name="Row">The row.</param>
/// <param name="Points">In order of time.</param>
internal sealed record BaselineSeries(BaselineRow Row, IReadOnlyList<BaselinePoint> Points)
{
    /// <summary>One for each row that was ever measured, the newest rows first.</summary>
    public static IReadOnlyList<BaselineSeries> Of(MachineBaselines machine) =>
        [.. machine.Rows().Select(row => Of(machine, row))];

    /// <summary>That of one row.</summary>
    public static BaselineSeries Of(MachineBaselines machine, BaselineRow row) =>
        new(
            row,
            [
                .. machine
                    .RunsOf(row)
                    .Select(one => new BaselinePoint(
                        one.Run.TakenAt,
                        one.Run.Commit,
                        one.Row.Rate,
                        one.Row.Latency.P99
                    )),
            ]
        );

    /// <summary>The rates as one character each, of the newest as many as fit.</summary>
    public string Sparkline(int width) =>
        GatewayBench.Sparkline.Of([.. Points.TakeLast(width).Select(point => point.Rate)]);
}
