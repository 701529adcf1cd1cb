namespace GatewayBench.Peers;

/// <summary>
/// Loads a bare app and the sample gateway in turns: by other load generators (the app as a process
/// of its own) and by the harness (the app in this process, over each transport), and prints rates,
/// multiples of wrk's, and fairness.
/// </summary>
internal static class EntryPoint
{
    private const int Missed = 1;
    private const int Usage = 2;
    private const int Invalid = 3;
    private const int Cancelled = 130;

    private static async Task<int> Main(string[] args)
    {
        var parsed = new PlanOptions().Command(RunAsync).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return await RefuseAsync([.. parsed.Errors.Select(error => error.Message)]);
        }
        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (IOException e)
        {
            return await RefuseAsync(e.Message);
        }
        catch (OperationCanceledException)
        {
            return Cancelled;
        }
        catch (Exception e)
            when (e is InvalidDataException or LoadFailedException or TimeoutException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Invalid;
        }
    }

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
            return await RefuseAsync(
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
        return Goal.All.Any(goal => goal.IsMet(figures) == false) ? Missed : 0;
    }

    private static async Task<int> RefuseAsync(params string[] messages)
    {
        foreach (var message in messages)
        {
            await Console.Error.WriteLineAsync(message);
        }
        return Usage;
    }
}
