using System.Globalization;

namespace GatewayBench.VerdictTruth;

/// <summary>One build against itself.</summary>
internal static class NoiseRuns
{
    public const string Same = "aa";
    public const string Worker = "worker";
    public const string Row = "sigma-";

    /// <summary>Row and transport of a comparison that is told nothing else.</summary>
    public const string Default = "chat loopback";

    private static readonly string[] Transports = ["loopback", "inmemory"];
    private static readonly string[] Rows = ["chat", "health"];

    public static string WorkerBench => Tool.PathOf("eng", "VerdictTruth", "worker.yaml");

    /// <summary>The sample gateway's chat, for false alarms.</summary>
    public static Task SameAsync(TruthPlan plan, CancellationToken stop) =>
        MeasureAsync(
            plan,
            Same,
            Tool.PathOf("examples", "bench", "compare.yaml"),
            TruthPlan.Usual,
            stop
        );

    /// <summary>The small gateway that slowdowns are put into, for their sizes.</summary>
    public static Task WorkerAsync(TruthPlan plan, CancellationToken stop) =>
        MeasureAsync(plan, Worker, WorkerBench, TruthPlan.Quick, stop);

    /// <summary>Each row by each transport, in turns of a few pairs, so that what drifts meets all.</summary>
    public static async Task RowsAsync(TruthPlan plan, CancellationToken stop)
    {
        foreach (
            var (row, transport) in Rows.SelectMany(row => Transports.Select(way => (row, way)))
        )
        {
            await MeasureAsync(
                plan with
                {
                    Pairs = NoiseCalibration.LeastPairs,
                },
                $"{Row}{row}-{transport}",
                BenchOf(row),
                [.. TruthPlan.Usual, "--transport", transport],
                stop
            );
        }
    }

    private static string BenchOf(string row) =>
        row == "chat"
            ? Tool.PathOf("examples", "bench", "compare.yaml")
            : Tool.PathOf("eng", "VerdictTruth", $"{row}.yaml");

    private static async Task MeasureAsync(
        TruthPlan plan,
        string kind,
        string bench,
        IReadOnlyList<string> more,
        CancellationToken stop
    )
    {
        var store = Directory.CreateTempSubdirectory("verdict-truth-noise").FullName;
        try
        {
            // Each pair is one, however many were meant to follow.
            plan.Kept.Add(
                kind,
                await Tool.PairsAsync(
                    [
                        "noise",
                        bench,
                        "--pairs",
                        plan.Pairs.ToString(CultureInfo.InvariantCulture),
                        "--seed",
                        plan.Kept.Next(kind).ToString(CultureInfo.InvariantCulture),
                        "--store",
                        store,
                        .. more,
                    ],
                    stop
                )
            );
            stop.ThrowIfCancellationRequested();
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }
}
