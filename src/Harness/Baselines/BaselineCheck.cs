namespace GatewayBench;

/// <summary>A result beside the baselines of the same machine and runtime.</summary>
/// <param name="Latest">The newest run that a row was compared with; null if none was.</param>
/// <param name="Rows">What could be compared.</param>
/// <param name="NotCompared">What could not, by name and with the reason.</param>
/// <param name="Missing">Rows of the newest run that the result does not have.</param>
/// <param name="Changes">What is known to have changed in machine and runtime since.</param>
/// <param name="LoopRatio">How fast the machine itself was, over what it was then; null if not known of both.</param>
internal sealed record BaselineCheck(
    Baseline? Latest,
    IReadOnlyList<RowComparison> Rows,
    IReadOnlyList<string> NotCompared,
    IReadOnlyList<string> Missing,
    IReadOnlyList<FactChange> Changes,
    double? LoopRatio
)
{
    public const double DefaultMaxDrop = 0.2;

    public IEnumerable<RowComparison> Dropped => Rows.Where(row => row.HasDropped);

    /// <param name="baselines">Of the machine and runtime of the result; may be empty.</param>
    /// <param name="result">What was measured now.</param>
    /// <param name="maxDrop">The share of its rate that a row may not lose, from 0 to 1.</param>
    /// <exception cref="InvalidDataException">The result does not tell what its rows loaded.</exception>
    public static BaselineCheck Of(MachineBaselines baselines, LoadResult result, double maxDrop)
    {
        var (fit, unfit) = FitRows.Of(result);
        var now = Baseline.Of(result, fit);
        // A result that was recorded already is not its own baseline.
        var earlier = baselines with
        {
            History = [.. baselines.History.Where(run => !run.IsSameRunAs(now))],
        };
        var comparisons = new List<RowComparison>();
        var notCompared = unfit.ToList();
        Baseline? latest = null;
        foreach (var row in now.Rows)
        {
            var runs = earlier.LatestOf(row);
            if (runs.Count == 0)
            {
                notCompared.Add(WhyNot(earlier, row));
                continue;
            }
            var series = BaselineSeries.Of(earlier.With(now), row);
            comparisons.Add(
                RowComparison.Of([.. runs.Select(run => run.Row)], row, maxDrop, series)
            );
            latest =
                latest is null || runs[^1].Run.TakenAt > latest.TakenAt ? runs[^1].Run : latest;
        }
        return new BaselineCheck(
            latest,
            comparisons,
            notCompared,
            latest is null ? [] : MissingRows(latest, result),
            latest is null ? [] : FactChange.Between(latest.Machine, now.Machine),
            now.Machine.LoopScore / latest?.Machine.LoopScore
        );
    }

    private static string[] MissingRows(Baseline latest, LoadResult result) =>
        [
            .. latest
                .Rows.Where(row =>
                    !result.Rows.Any(one => one.Name == row.Name && one.Load == row.Load)
                )
                .Select(row => row.Title),
        ];

    /// <summary>By what it differs from the last row of its name.</summary>
    private static string WhyNot(MachineBaselines baselines, BaselineRow row)
    {
        var rows = baselines.Rows();
        if (rows.FirstOrDefault(row.HasSameNameAs) is { } other)
        {
            return $"{row.Title}: {string.Join("; ", row.ChangesSince(other))}";
        }
        var loads = rows.Where(one => one.Name == row.Name)
            .Select(one => one.Load)
            .Distinct()
            .ToList();
        return loads.Count > 0
            ? $"{row.Title}: has a baseline of another load only ({string.Join("; ", loads)})"
            : $"{row.Title}: has no baseline yet";
    }
}
