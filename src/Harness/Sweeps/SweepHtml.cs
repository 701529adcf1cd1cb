namespace GatewayBench;

/// <summary>A sweep as one HTML page that needs nothing else.</summary>
internal static class SweepHtml
{
    public static string Text(SweepResult sweep) =>
        new VerdictHtml("sweep", "Sweep", sweep.Name, Kind(sweep), SweepPage.Of(sweep)).Text;

    private static string Kind(SweepResult sweep) =>
        sweep.Recommendation switch
        {
            { Point: null } => "bad",
            { DecidedBy: not null } => "good",
            _ => "warn",
        };
}
