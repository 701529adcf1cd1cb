namespace GatewayBench.Cli;

/// <summary>The rows of an overhead, one after the other, from their start to their reports.</summary>
/// <param name="bench">What the bench file says.</param>
/// <param name="order">How the gateway is hosted.</param>
/// <param name="output">Where the report is printed.</param>
/// <param name="error">Where progress is told.</param>
internal sealed class OverheadSession(
    BenchPlan bench,
    ArmOrder order,
    TextWriter output,
    TextWriter error
)
{
    private readonly ProviderTape _gatewayTape = new(TimeProvider.System);
    private readonly ProviderTape _directTape = new(TimeProvider.System);

    /// <summary>Measures the rows that are not measured yet, and reports, also what a Ctrl-C or a failure left.</summary>
    /// <param name="start">What is measured.</param>
    /// <param name="stored">What is gone on with; null to begin.</param>
    /// <param name="folder">Where its files go, after each row; made with the first one.</param>
    /// <param name="stop">Ends it before its time: rows that are done are kept.</param>
    /// <returns>What was measured.</returns>
    /// <exception cref="OperationCanceledException">It was ended before its gateway ran.</exception>
    public async Task<OverheadResult> RunAsync(
        OverheadStart start,
        OverheadResult? stored,
        string folder,
        CancellationToken stop
    )
    {
        var latest = stored;
        try
        {
            if (latest?.Rows.Count == start.Rows.Count)
            {
                // What was killed may have left its last row without a report.
                OverheadFile.Write(folder, latest);
            }
            else
            {
                await MeasureAsync();
            }
            return latest!;
        }
        finally
        {
            if (latest?.Rows.Count > 0)
            {
                Report(latest, folder);
            }
        }

        async Task MeasureAsync()
        {
            var hosted = ArmTarget.Of(bench, order);
            await using var targets = await BenchTargets.StartAsync(
                hosted,
                new LoadSettings(),
                connections => connections,
                timeScale: 1,
                error.WriteLine,
                stop,
                options => options.Around = _gatewayTape.Around
            );
            await using var provider = await BenchTargets.ProviderAsync(
                hosted,
                timeScale: 1,
                options => options.Around = _directTape.Around,
                stop
            );
            var direct = new DirectTarget(provider!, order.Transport != Transport.Loopback);
            await targets.Target.StartAsync(stop);
            latest ??= start.Of(targets.Target.Info);
            var rows = OverheadRows.Of(bench.Scenario);
            foreach (var scenario in rows.Skip(latest.Rows.Count))
            {
                await error.WriteLineAsync(
                    $"row {latest.Rows.Count + 1} of {rows.Count}: {scenario.Name}, {start.Plan.Pairs} pairs"
                );
                OverheadRow row;
                try
                {
                    row = await Meter(start.Plan, targets.Target, direct, scenario)
                        .MeasureAsync(stop);
                }
                catch (Exception) when (stop.IsCancellationRequested)
                {
                    // Of a Ctrl-C the gateway may end as well.
                    return;
                }
                latest = latest with
                {
                    Rows = [.. latest.Rows, row],
                    Partial = latest.Rows.Count + 1 < rows.Count,
                };
                Directory.CreateDirectory(folder);
                OverheadFile.Write(folder, latest);
            }
        }
    }

    private OverheadMeter Meter(
        OverheadPlan plan,
        ITarget gateway,
        DirectTarget direct,
        Scenario scenario
    ) =>
        new(
            new Row(gateway, scenario, Load.Closed(plan.Users, TimeSpan.FromSeconds(1))),
            (_gatewayTape, _directTape),
            direct,
            plan,
            Options()
        );

    private RunOptions Options()
    {
        var defaults = new RunOptions();
        return defaults with
        {
            ExchangeTimeout = bench.ExchangeTimeout ?? defaults.ExchangeTimeout,
            Prompts = bench.Prompts,
            Secrets = [.. bench.Secrets, .. order.SecretValues],
        };
    }

    private void Report(OverheadResult result, string folder)
    {
        foreach (var line in ConsoleReport.Lines(OverheadPage.Of(result)))
        {
            output.WriteLine(line);
        }
        output.WriteLine();
        output.WriteLine($"Report  {Path.Combine(folder, "report.html")}");
    }
}
