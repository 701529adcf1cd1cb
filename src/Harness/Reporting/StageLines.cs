namespace GatewayBench;

/// <summary>What each stage of a closed load came to.</summary>
internal static class StageLines
{
    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from stage in row.Stages
        select $"{row.Name}, {stage.Name}: {Users(stage)}, {Text(stage)}";

    private static string Users(StageResult stage) =>
        stage.FromUsers == stage.ToUsers
            ? ClosedLoad.UsersText(stage.ToUsers)
            : $"{stage.FromUsers} to {ClosedLoad.UsersText(stage.ToUsers)}";

    private static string Text(StageResult stage)
    {
        var errors = stage.Errors.Values.Sum();
        return stage.Seconds <= 0
            ? "not reached"
            : $"{Units.Moment(stage.From)} to {Units.Moment(stage.From + stage.Seconds)}, "
                + $"OK/s {Units.Count(stage.SuccessesPerSecond ?? 0)}, errors {Units.Count(errors)}, "
                + $"p50 {Units.Time(stage.Latency.TimeAt(50))}, "
                + $"p95 {Units.Time(stage.Latency.TimeAt(95))}, "
                + $"p99 {Units.Time(stage.Latency.TimeAt(99))}";
    }
}
