using System.Runtime.CompilerServices;

namespace GatewayBench.ProviderCost;

/// <summary>
/// How fast the provider answers without delays, beside a bare endpoint and WireMock that return
/// the same bytes: in turns, each as a process of its own, over loopback.
/// </summary>
internal static class Speed
{
    private const int Users = 32;
    private const double LeastOverBare = 0.8;
    private const double LeastOverWireMock = 10;
    private static readonly string[] Rivals = [Rival.Provider, Rival.Bare, Rival.WireMock];

    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        ProviderCostPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var folder = Directory.CreateTempSubdirectory("provider-cost-").FullName;
        IReadOnlyList<SpeedSample> samples;
        try
        {
            samples = await RunAsync(plan, folder, stop);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        var figures = new SpeedFigures(samples);
        foreach (var figure in Of(figures))
        {
            yield return figure;
        }
    }

    /// <summary>
    /// wrk's ratios are judged: it takes least from the two cores that client and server share. What
    /// a client costs itself brings all ratios nearer to 1.
    /// </summary>
    private static IEnumerable<CostFigure> Of(SpeedFigures figures)
    {
        const string wrk = "wrk";
        const string ours = SpeedSample.Ours;
        return
        [
            .. Rivals.Select(rival =>
                CostFigure.Reported($"{rival}, {wrk}", figures.Rate(rival, wrk), Show.PerSecond)
            ),
            CostFigure.AtLeast(
                $"over {Rival.Bare}, {wrk}",
                figures.Ratio(Rival.Bare, wrk),
                LeastOverBare,
                Show.Multiple
            ),
            CostFigure.AtLeast(
                $"over {Rival.WireMock}, {wrk}",
                figures.Ratio(Rival.WireMock, wrk),
                LeastOverWireMock,
                Show.Multiple
            ),
            .. Rivals.Select(rival =>
                CostFigure.Reported(
                    $"CPU, {rival}",
                    figures.CpuMicroseconds(rival, wrk),
                    Show.Microseconds
                )
            ),
            .. Rivals.Select(rival =>
                CostFigure.Reported($"{rival}, {ours}", figures.Rate(rival, ours), Show.PerSecond)
            ),
            .. Rivals
                .Skip(1)
                .Select(rival =>
                    CostFigure.Reported(
                        $"over {rival}, {ours}",
                        figures.Ratio(rival, ours),
                        Show.Multiple
                    )
                ),
        ];
    }

    private static async Task<IReadOnlyList<SpeedSample>> RunAsync(
        ProviderCostPlan plan,
        string folder,
        CancellationToken stop
    )
    {
        var script = Path.Combine(folder, "post.lua");
        await File.WriteAllTextAsync(script, ChatCall.Script, stop);
        var wrk = new Wrk(script);
        if (!wrk.IsInstalled)
        {
            Console.WriteLine($"not installed: {wrk.Name}: {wrk.Install}");
        }
        var servers = new List<RivalProcess>();
        var samples = new List<SpeedSample>();
        try
        {
            servers.Add(await RivalProcess.StartAsync(Rival.TheProvider, stop));
            var answer = await ChatCall.AskAsync(servers[0].Address, stop);
            servers.AddRange(await StartOthersAsync(folder, answer, stop));
            for (var round = 0; round <= plan.Rounds; round++)
            {
                foreach (var server in servers)
                {
                    if (wrk.IsInstalled)
                    {
                        Keep(await server.RunAsync(wrk, Users, plan.Seconds, round, stop));
                    }
                    Keep(await server.RunOursAsync(answer, Users, plan.Seconds, round, stop));
                }
            }
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
        return samples;

        void Keep(SpeedSample sample)
        {
            Console.WriteLine(sample.ToString());
            samples.Add(sample);
        }
    }

    private static async Task<List<RivalProcess>> StartOthersAsync(
        string folder,
        byte[] answer,
        CancellationToken stop
    )
    {
        var file = Path.Combine(folder, "answer.json");
        await File.WriteAllBytesAsync(file, answer, stop);
        await WireMockJar.WriteStubsAsync(folder, answer, stop);
        var started = new List<RivalProcess>();
        foreach (var rival in (Rival[])[Rival.BareEndpoint(file), Rival.TheWireMock(folder, Users)])
        {
            if (rival.Command is null)
            {
                Console.WriteLine($"not installed: {rival.Name}: {WireMockJar.Install}");
                continue;
            }
            started.Add(await RivalProcess.StartAsync(rival, stop));
        }
        return started;
    }
}
