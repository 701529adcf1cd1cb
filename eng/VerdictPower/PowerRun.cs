namespace GatewayBench.VerdictPower;

/// <summary>Simulates one sigma after another, and reports.</summary>
internal static class PowerRun
{
    private static readonly double[] Sigmas = [0.01, 0.02, 0.03, 0.05, 0.07, 0.10];

    /// <param name="plan">What is simulated.</param>
    /// <param name="write">A page to put the tables into; null for none.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The exit code: 1 where false alarms are more than alpha.</returns>
    public static Task<int> RunAsync(PowerPlan plan, string? write, CancellationToken stop)
    {
        var page = write is null ? null : Page.Open(write);
        var rows = new List<PowerRow>();
        foreach (var sigma in Sigmas)
        {
            stop.ThrowIfCancellationRequested();
            rows.Add(PowerRow.Of(sigma, plan));
        }
        string[] report = [.. PowerReport.Of(plan, rows)];
        Array.ForEach(report, Console.WriteLine);
        page?.Write(report);
        return Task.FromResult(rows.All(row => row.IsMet) ? 0 : ExitCode.Missed);
    }
}
