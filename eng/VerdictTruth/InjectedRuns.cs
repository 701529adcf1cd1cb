using System.Globalization;

namespace GatewayBench.VerdictTruth;

/// <summary>Comparisons of one build with itself, of which B has work or memory added that is known.</summary>
internal static class InjectedRuns
{
    public const string Calibration = "calibration";
    public const string Once = "injected-1x";
    public const string Twice = "injected-2x";
    public const string Memory = "allocations";
    public const string Hog = "hog";

    /// <summary>Of what a request allocates.</summary>
    public const double MoreMemory = 0.02;

    /// <summary>Rounds of work that certainly show.</summary>
    public const int CalibrationRounds = 100_000;

    /// <summary>So many pairs measure what these rounds cost.</summary>
    private const int CalibrationPairs = 10;

    public static async Task SlowerAsync(TruthPlan plan, CancellationToken stop)
    {
        if (plan.Kept.Pairs(Calibration).Count == 0)
        {
            plan.Kept.Add(
                Calibration,
                await CompareAsync(
                    plan,
                    Calibration,
                    $"Work:Rounds={CalibrationRounds}",
                    CalibrationPairs,
                    stop
                )
            );
        }
        var size = InjectedSize.Of(plan.Kept);
        for (var run = 0; run < plan.Runs; run++)
        {
            foreach (var (kind, loss) in new[] { (Once, size.Loss), (Twice, 2 * size.Loss) })
            {
                plan.Kept.Add(
                    kind,
                    await CompareAsync(
                        plan,
                        kind,
                        $"Work:Rounds={size.RoundsFor(loss, CalibrationRounds)}",
                        pairs: null,
                        stop
                    )
                );
            }
        }
    }

    /// <summary>Beside a rate that does not change, whose looks go on.</summary>
    public static async Task AllocationsAsync(TruthPlan plan, CancellationToken stop)
    {
        var own = plan
            .Kept.Pairs(NoiseRuns.Worker)
            .SelectMany(run => run.Kept)
            .SelectMany(pair => pair.Figures)
            .Where(figure => figure.Metric == PairedMetric.Allocations.Name)
            .Select(figure => figure.A)
            .OfType<double>()
            .ToArray();
        if (own.Length == 0)
        {
            throw new InvalidDataException(
                "Nothing says what a request allocates; allowed: after the part worker."
            );
        }
        var bytes = (int)Math.Round(MoreMemory * Median.Of(own));
        for (var run = 0; run < plan.Runs; run++)
        {
            plan.Kept.Add(
                Memory,
                await CompareAsync(plan, Memory, $"Work:Bytes={bytes}", pairs: null, stop)
            );
        }
    }

    /// <summary>One build against itself, while something else takes a processor whenever it can.</summary>
    public static async Task HogAsync(TruthPlan plan, CancellationToken stop)
    {
        for (var run = 0; run < plan.Runs; run++)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var hog = new Thread(() => Burn(ended.Token)) { IsBackground = true };
            hog.Start();
            try
            {
                plan.Kept.Add(
                    Hog,
                    await CompareAsync(plan, Hog, "Work:Rounds=0", pairs: null, stop)
                );
            }
            finally
            {
                await ended.CancelAsync();
                hog.Join();
            }
        }
    }

    private static void Burn(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Thread.SpinWait(1_000);
        }
    }

    /// <exception cref="OperationCanceledException">It was stopped before its verdict.</exception>
    private static async Task<PairedComparison> CompareAsync(
        TruthPlan plan,
        string kind,
        string setting,
        int? pairs,
        CancellationToken stop
    )
    {
        var done = await Tool.PairsAsync(
            [
                "compare",
                NoiseRuns.WorkerBench,
                "--a-set",
                "Work:Rounds=0",
                "--b-set",
                setting,
                "--seed",
                plan.Kept.Next(kind).ToString(CultureInfo.InvariantCulture),
                .. TruthPlan.Quick,
                .. pairs is { } most
                    ? ["--pairs", most.ToString(CultureInfo.InvariantCulture)]
                    : Array.Empty<string>(),
            ],
            stop
        );
        stop.ThrowIfCancellationRequested();
        return done;
    }
}
