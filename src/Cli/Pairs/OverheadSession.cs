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

    /// <param name="name">What it is called.</param>
    /// <param name="plan">How it is measured.</param>
    /// <param name="parent">Under which it gets a folder.</param>
    /// <param name="stop">Ends it before its time: rows that are done are kept.</param>
    /// <returns>What was measured; with no row if it was cancelled before.</returns>
    public async Task<OverheadResult> RunAsync(
        string name,
        OverheadPlan plan,
        string parent,
        CancellationToken stop
    )
    {
        var hosted = ArmTarget.Of(bench, order);
        var rows = OverheadRows.Of(bench.Scenario);
        await using var targets = await BenchTargets.StartAsync(
            hosted,
            new LoadSettings(),
            connections => connections,
            timeScale: 1,
            error.WriteLine,
            stop,
            options => options.Around = _gatewayTape.Around
        );
        await using var direct = await BenchTargets.ProviderAsync(
            hosted,
            timeScale: 1,
            options => options.Around = _directTape.Around,
            stop
        );
        var target = new DirectTarget(direct!, order.Transport != Transport.Loopback);
        await targets.Target.StartAsync(stop);
        var result = new OverheadResult
        {
            SchemaVersion = OverheadResult.CurrentSchemaVersion,
            Name = name,
            StartedAt = TimeProvider.System.GetUtcNow(),
            Machine = MachineInfo.Read(),
            Gateway = targets.Target.Info,
            Plan = plan,
        };
        foreach (var scenario in rows)
        {
            await error.WriteLineAsync(
                $"row {result.Rows.Count + 1} of {rows.Count}: {scenario.Name}, {plan.Pairs} pairs"
            );
            try
            {
                var meter = new OverheadMeter(
                    new Row(
                        targets.Target,
                        scenario,
                        Load.Closed(plan.Users, TimeSpan.FromSeconds(1))
                    ),
                    (_gatewayTape, _directTape),
                    target,
                    plan,
                    Options()
                );
                var row = await meter.MeasureAsync(stop);
                result = result with { Rows = [.. result.Rows, row] };
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                // Of a Ctrl-C the gateway may end as well.
                break;
            }
        }
        result = result with { Partial = result.Rows.Count < rows.Count };
        Report(result, parent);
        return result;
    }

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

    private void Report(OverheadResult result, string parent)
    {
        if (result.Rows.Count == 0)
        {
            return;
        }
        var folder = RunFolder.New(parent, result.Name, result.StartedAt);
        Directory.CreateDirectory(folder);
        OverheadFile.Write(folder, result);
        foreach (var line in ConsoleReport.Lines(OverheadPage.Of(result)))
        {
            output.WriteLine(line);
        }
        output.WriteLine();
        output.WriteLine($"Report  {Path.Combine(folder, "report.html")}");
    }
}
