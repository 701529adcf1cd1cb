using System.Diagnostics;
using System.Text.Json;

namespace GatewayBench.VerdictTruth;

/// <summary>Searches in repositories that are made for it, whose culprit is known.</summary>
internal static class BisectRuns
{
    public const string Named = "bisect";
    public const string Hidden = "bisect-hidden";

    /// <summary>What the culprit costs.</summary>
    private const double Loss = 0.2;

    public static Task NamedAsync(TruthPlan plan, CancellationToken stop) =>
        SearchAsync(plan, Named, CulpritPlan.Named, stop);

    public static Task HiddenAsync(TruthPlan plan, CancellationToken stop) =>
        SearchAsync(plan, Hidden, CulpritPlan.Covered, stop);

    private static async Task SearchAsync(
        TruthPlan plan,
        string kind,
        Func<int, CulpritPlan> planOf,
        CancellationToken stop
    )
    {
        var rounds = InjectedSize.Of(plan.Kept).RoundsFor(Loss, InjectedRuns.CalibrationRounds);
        for (var run = 0; run < plan.Runs; run++)
        {
            using var repository = new CulpritRepository();
            await repository.FillAsync(planOf(plan.Kept.Next(kind)), rounds, stop);
            var before = await repository.StateAsync(stop);
            var began = Stopwatch.GetTimestamp();
            var folder = await Tool.RunAsync(
                [
                    "bisect",
                    repository.Bench,
                    "--good",
                    repository.Good,
                    "--bad",
                    repository.Bad,
                    "--builds",
                    repository.Builds,
                    .. TruthPlan.Quick,
                ],
                stop
            );
            try
            {
                stop.ThrowIfCancellationRequested();
                plan.Kept.Add(
                    kind,
                    new KeptSearch(
                        repository.Culprit,
                        repository.Hidden,
                        Read(folder),
                        Stopwatch.GetElapsedTime(began).TotalMinutes,
                        before == await repository.StateAsync(stop)
                    )
                );
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static BisectRecord Read(string folder) =>
        JsonSerializer.Deserialize<BisectRecord>(
            WholeFile.Read(
                Path.Combine(
                    Directory.EnumerateDirectories(Path.Combine(folder, "out")).Single(),
                    BisectRecord.FileName
                )
            ),
            BisectFile.Options
        )!;
}
