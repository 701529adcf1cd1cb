namespace GatewayBench;

/// <summary>Recommends one of the points that were tried, or says that nothing tells them apart.</summary>
internal static class SweepJudge
{
    /// <summary>With fewer nobody knows how much chance there is.</summary>
    public const int LeastRounds = 2;

    public static SweepRecommendation Of(SweepResult sweep)
    {
        int[] left = [.. Enumerable.Range(0, sweep.Points.Count)];
        var rounds = sweep.WholeRounds.Length;
        if (rounds < LeastRounds)
        {
            return new SweepRecommendation(
                Point: null,
                DecidedBy: null,
                left,
                [
                    $"no recommendation: {rounds} of {sweep.Rounds} rounds have figures that may all be used; allowed: at least {LeastRounds}",
                ]
            );
        }
        var why = new List<string>();
        left = HoldingSlos(sweep, left, why);
        string? decidedBy = null;
        foreach (var criterion in SweepCriterion.All)
        {
            var before = left.Length;
            left = Best(sweep, criterion, left, why);
            if (left.Length < before)
            {
                decidedBy = criterion.Name;
            }
        }
        return new SweepRecommendation(Chosen(sweep, left, why), decidedBy, left, why);
    }

    private static int[] HoldingSlos(SweepResult sweep, int[] left, List<string> why)
    {
        if (sweep.Runs.All(run => run.Figures.Slos == 0))
        {
            return left;
        }
        int[] holding =
        [
            .. left.Where(point =>
                sweep.Of(point, figures => figures.Slos - figures.Held).All(missed => missed == 0)
            ),
        ];
        why.Add(
            holding.Length == 0
                ? "no value held all SLOs in all rounds, so they tell nothing"
                : $"SLOs held in all rounds by {Names(sweep, holding)}"
        );
        return holding.Length == 0 ? left : holding;
    }

    private static int[] Best(
        SweepResult sweep,
        SweepCriterion criterion,
        int[] left,
        List<string> why
    )
    {
        double?[][] values = [.. left.Select(point => sweep.Of(point, criterion.Of))];
        if (left.Length == 1 || values.Any(own => own.Any(value => value is null)))
        {
            return left;
        }
        double[][] known = [.. values.Select(own => own.OfType<double>().ToArray())];
        var notWorse = BlockComparison.NotWorse(known, criterion.Least);
        var best = criterion.Text(known.Min(own => own.Average()));
        int[] kept = [.. left.Where((_, i) => notWorse[i])];
        why.Add(
            kept.Length == left.Length
                ? $"{criterion.Name}: nothing tells them apart"
                : $"{criterion.Name}: least with {Names(sweep, kept)} ({best}); worse with {Names(sweep, [.. left.Except(kept)])}"
        );
        return kept;
    }

    /// <summary>Among those that nothing tells apart, the one that is there already, else the one with most room on either side.</summary>
    private static int Chosen(SweepResult sweep, int[] left, List<string> why)
    {
        if (left.Length == 1)
        {
            return left[0];
        }
        if (sweep.Configured is { } now && left.Contains(now))
        {
            why.Add($"nothing tells {Names(sweep, left)} apart: keep what is configured");
            return now;
        }
        why.Add($"nothing tells {Names(sweep, left)} apart: the middle one of them");
        return left[(left.Length - 1) / 2];
    }

    private static string Names(SweepResult sweep, int[] points) =>
        string.Join(" and ", points.Select(point => sweep.Points[point].Short));
}
