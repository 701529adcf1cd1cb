using System.Globalization;

namespace GatewayBench.VerdictTruth;

/// <summary>What is kept, beside what it has to be.</summary>
internal static class TruthReport
{
    private const int LeastPairs = 120;
    private const int Resamples = 10_000;
    private const double MostAlarms = 0.012;
    private const ulong Seed = 8;

    private static readonly PairedMetric[] Metrics = [PairedMetric.Rate, PairedMetric.Allocations];

    public static IEnumerable<CostFigure> Figures(KeptRuns kept) =>
        [
            .. Provenance(kept),
            .. Same(kept.Pairs(NoiseRuns.Same)),
            .. Rows(kept),
            .. Injected(kept),
            .. Allocations(kept.Pairs(InjectedRuns.Memory)),
            .. Hog(kept.Pairs(InjectedRuns.Hog)),
            .. Searches("bisect", kept.Searches(BisectRuns.Named), 2),
            .. Searches("hidden culprit", kept.Searches(BisectRuns.Hidden), 1),
        ];

    private static IEnumerable<CostFigure> Provenance(KeptRuns kept)
    {
        var all = kept.Everything();
        return all.Count == 0
            ? []
            :
            [
                Told("runs kept", Count(all.Count)),
                Told("of commits", string.Join(", ", all.Select(run => run.Commit).Distinct())),
                Told("on", string.Join("; ", all.Select(run => run.Machine).Distinct())),
            ];
    }

    private static IEnumerable<CostFigure> Same(IReadOnlyList<PairedComparison> runs)
    {
        if (runs.Count == 0)
        {
            yield break;
        }
        var discarded = runs.Sum(run => run.Pairs.Count - run.Kept.Count());
        foreach (var metric in Metrics)
        {
            double[] ratios = [.. runs.SelectMany(run => run.LogRatios(metric))];
            if (ratios.Length < NoiseCalibration.LeastPairs)
            {
                continue;
            }
            yield return Scatter($"A/A, {metric.Name}", metric, ratios);
            double[] byOrder = [.. runs.SelectMany(run => run.LogRatiosByOrder(metric))];
            yield return Told($"A/A, {metric.Name}: 2nd / 1st", Estimate(byOrder));
        }
        double[] rates = [.. runs.SelectMany(run => run.LogRatios(PairedMetric.Rate))];
        yield return CostFigure.AtLeast("A/A: pairs", rates.Length, LeastPairs, Count);
        yield return Told("A/A: pairs discarded", Count(discarded));
        var recorded = new RecordedPairs(rates);
        yield return Alarms(
            "A/A: alarms, in sequence",
            VerdictShares.Of(recorded.Consecutive(VerdictRule.Standard, PairedMetric.Rate))
        );
        if (rates.Length >= VerdictRule.Standard.Looks.Last)
        {
            yield return Alarms(
                "A/A: alarms, resampled",
                VerdictShares.Of(
                    recorded.Resampled(VerdictRule.Standard, PairedMetric.Rate, Resamples, Seed)
                )
            );
        }
    }

    private static CostFigure Alarms(string name, VerdictShares shares) =>
        new(
            name,
            $"{Exact(shares.Regressed)} regressed, {Exact(shares.Improved)} improved of {Count(shares.Comparisons)}",
            $"at most {Exact(MostAlarms)} regressed",
            shares.Regressed <= MostAlarms
        );

    private static IEnumerable<CostFigure> Rows(KeptRuns kept)
    {
        var rows = (
            from kind in kept.KindsOf(NoiseRuns.Row)
            let ratios = kept.Pairs(kind)
                .SelectMany(run => run.LogRatios(PairedMetric.Rate))
                .ToArray()
            where ratios.Length >= NoiseCalibration.LeastPairs
            select (
                Name: kind[NoiseRuns.Row.Length..].Replace('-', ' '),
                Ratios: ratios,
                Noise: NoiseCalibration.Of(PairedMetric.Rate, ratios)
            )
        ).ToList();
        foreach (var row in rows)
        {
            yield return Scatter(row.Name, PairedMetric.Rate, row.Ratios);
        }
        if (rows.Count < 2 || rows.All(row => row.Name != NoiseRuns.Default))
        {
            yield break;
        }
        var smallest = rows.MinBy(row => row.Noise.Sigma);
        var usual = rows.Single(row => row.Name == NoiseRuns.Default);
        yield return new(
            "rows: smallest sigma",
            smallest.Name,
            $"{NoiseRuns.Default}, the default, or not told apart from it",
            usual.Noise.SigmaInterval.Low <= smallest.Noise.SigmaInterval.High
        );
    }

    private static CostFigure Scatter(string name, PairedMetric metric, double[] ratios)
    {
        var noise = NoiseCalibration.Of(metric, ratios);
        return Told(
            $"{name}: sigma",
            $"{Exact(noise.Sigma)} ({Exact(noise.SigmaInterval.Low)} to {Exact(noise.SigmaInterval.High)}), {Count(noise.Pairs)} pairs, B / A {noise.Ratio.Ratio.ToString("0.0000", CultureInfo.InvariantCulture)}"
        );
    }

    private static IEnumerable<CostFigure> Injected(KeptRuns kept)
    {
        if (kept.Pairs(InjectedRuns.Calibration).Count == 0)
        {
            yield break;
        }
        var size = InjectedSize.Of(kept);
        yield return Told(
            "injected: size",
            $"{Exact(size.Loss)}, found with power 0.95 at a sigma of {Exact(size.Sigma)}"
        );
        foreach (
            var (kind, name, least, all) in new[]
            {
                (InjectedRuns.Once, "injected 1x", 4, 5),
                (InjectedRuns.Twice, "injected 2x", 3, 3),
            }
        )
        {
            var runs = kept.Pairs(kind);
            if (runs.Count > 0)
            {
                yield return Enough(
                    $"{name}: regressed",
                    runs.Count(IsRegressed),
                    runs.Count,
                    least,
                    all
                );
                yield return Told(
                    $"{name}: B / A",
                    Estimate([.. runs.SelectMany(run => run.LogRatios(PairedMetric.Rate))])
                );
            }
        }
    }

    private static IEnumerable<CostFigure> Allocations(IReadOnlyList<PairedComparison> runs) =>
        runs.Count == 0
            ? []
            :
            [
                Enough(
                    $"{Units.Percent(InjectedRuns.MoreMemory)} more allocated: seen",
                    runs.Count(run =>
                        run.Results.Any(one =>
                            one.Metric == PairedMetric.Allocations.Name
                            && one.Verdict == PairedResults.Label(Verdict.Regressed)
                            && one.Judged == Looks.Standard.First
                        )
                    ),
                    runs.Count,
                    least: 1,
                    all: 1
                ),
            ];

    private static IEnumerable<CostFigure> Hog(IReadOnlyList<PairedComparison> runs) =>
        runs.Count == 0
            ? []
            :
            [
                new(
                    "A/A beside a hog: verdicts",
                    string.Join(", ", runs.Select(run => run.Verdict ?? run.Refusal ?? "none")),
                    "a verdict, and none regressed",
                    runs.All(run => run.Verdict is not null && !IsRegressed(run))
                ),
            ];

    private static IEnumerable<CostFigure> Searches(
        string name,
        IReadOnlyList<KeptSearch> runs,
        int most
    ) =>
        runs.Count == 0
            ? []
            :
            [
                Enough($"{name}: right", runs.Count(run => run.IsRight), runs.Count, most, most),
                Enough(
                    $"{name}: left alone",
                    runs.Count(run => run.LeftAlone),
                    runs.Count,
                    most,
                    most
                ),
                Told(
                    $"{name}: minutes",
                    string.Join(", ", runs.Select(run => Count(Math.Round(run.Minutes))))
                ),
            ];

    /// <summary>Fewer runs than were promised are neither enough nor too few.</summary>
    private static CostFigure Enough(string name, int count, int runs, int least, int all) =>
        new(
            name,
            $"{Count(count)} of {runs}",
            $"at least {least} of {all}",
            runs < all ? null : count >= Math.Ceiling((double)least / all * runs)
        );

    private static bool IsRegressed(PairedComparison run) =>
        run.Verdict == PairedResults.Label(Verdict.Regressed);

    private static string Estimate(double[] logRatios)
    {
        var estimate = RatioEstimate.Of(logRatios);
        return estimate.Interval is { } interval
            ? $"{Ratio(estimate.Ratio)} ({Ratio(interval.Low)} to {Ratio(interval.High)})"
            : Ratio(estimate.Ratio);
    }

    private static CostFigure Told(string name, string value) => new(name, value, "", IsMet: null);

    private static string Ratio(double ratio) =>
        ratio.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Count(double count) => Units.Count(count);

    private static string Exact(double share) =>
        (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
