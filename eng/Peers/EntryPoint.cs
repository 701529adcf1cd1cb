namespace GatewayBench.Peers;

/// <summary>
/// Loads a bare app and the sample gateway in turns: by other load generators (the app as a process
/// of its own) and by the harness (the app in this process, over each transport), and prints rates,
/// multiples of wrk's, and fairness.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        MeasuringCommand.RunAsync(new PlanOptions().Command(RunAsync), args);

    private static async Task<int> RunAsync(Plan plan, string? write, CancellationToken stop)
    {
        var page = write is null ? null : Page.Open(write);
        var missing = plan.Peers.Where(peer => !peer.IsInstalled).ToList();
        foreach (var peer in missing)
        {
            Console.WriteLine($"not installed: {peer.Name}: {peer.Install}");
        }
        if (missing.Any(peer => peer is Wrk))
        {
            return await MeasuringCommand.RefuseAsync(
                "wrk is what the others are compared with; --peers without it compares nothing."
            );
        }
        plan = plan with { Peers = [.. plan.Peers.Except(missing)] };

        var samples = await Comparison.RunAsync(plan, Console.Out, stop);
        var figures = Figure.Of(samples);
        string[] report = [.. Report.Of(plan, samples, figures)];
        Console.WriteLine();
        Array.ForEach(report, Console.WriteLine);
        page?.Write(report);
        return Goal.All.Any(goal => goal.IsMet(figures) == false) ? ExitCode.Missed : 0;
    }
}
