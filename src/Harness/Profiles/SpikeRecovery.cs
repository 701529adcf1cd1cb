namespace GatewayBench;

/// <summary>How long after a spike a target is as it was before.</summary>
internal static class SpikeRecovery
{
    /// <summary>The stage that is watched; what comes before its predecessor is the baseline.</summary>
    public const string Stage = "recovery";

    /// <summary>Slices that have to be at the baseline's level one after the other.</summary>
    public const int Slices = 3;

    /// <summary>Slices without which there is no level.</summary>
    public const int LeastBaseline = 5;

    private const double P99Tolerance = 1.25;
    private const double ErrorTolerance = 0.01;

    /// <returns>Null of a load without such a stage.</returns>
    public static RecoveryResult? Of(Load load, IReadOnlyList<TimelineSlice> timeline)
    {
        var stages = StageSpan.Of(load);
        var recovery = Array.FindIndex(stages, stage => stage.Name == Stage);
        return recovery < 2
            ? null
            : Of(
                timeline,
                stages[recovery - 1].From.TotalSeconds,
                stages[recovery].From.TotalSeconds
            );
    }

    /// <param name="timeline">In slices, of which the baseline has to have some.</param>
    /// <param name="spike">When the spike began, in seconds.</param>
    /// <param name="fall">When it ended.</param>
    /// <returns>Null where the baseline is too short to have a level.</returns>
    public static RecoveryResult? Of(
        IReadOnlyList<TimelineSlice> timeline,
        double spike,
        double fall
    )
    {
        TimelineSlice[] before =
        [
            .. timeline.Where(slice =>
                slice.From + slice.Seconds <= spike && slice.P99 is not null
            ),
        ];
        if (before.Length < LeastBaseline)
        {
            return null;
        }
        double[] levels = [.. before.Select(slice => slice.P99!.Value).Order()];
        var p99 = Math.Max(P99Tolerance * levels[levels.Length / 2], levels[^1]);
        var errors = ErrorTolerance + before.Max(ErrorShare);
        bool IsBack(TimelineSlice slice) => slice.P99 <= p99 && ErrorShare(slice) <= errors;
        // A slice across the fall holds what is still of the spike.
        TimelineSlice[] after = [.. timeline.Where(slice => slice.From + slice.Seconds > fall)];
        for (var first = 0; first + Slices <= after.Length; first++)
        {
            if (after.AsSpan(first, Slices).ToArray().All(IsBack))
            {
                return new(fall, Math.Max(0, after[first].From - fall), p99, errors);
            }
        }
        return new(fall, null, p99, errors);
    }

    private static double ErrorShare(TimelineSlice slice)
    {
        var errors = slice.Errors.Values.Sum();
        return errors == 0 ? 0 : (double)errors / (errors + slice.Successes);
    }
}
