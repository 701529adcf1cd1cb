namespace GatewayBench;

/// <summary>Puts the stages of several generators together, which had the same at the same time.</summary>
internal static class StageMerge
{
    public static StageResult[] Of(IReadOnlyList<RowResult> rows) =>
        [.. rows[0].Stages.Select((_, i) => Of([.. rows.Select(row => row.Stages[i])]))];

    /// <summary>What has to be the same of all.</summary>
    public static string KindOf(RowResult row) =>
        string.Join(", ", row.Stages.Select(stage => stage.Name).DefaultIfEmpty("none"));

    private static StageResult Of(IReadOnlyList<StageResult> stages) =>
        new()
        {
            Name = stages[0].Name,
            From = stages[0].From,
            Seconds = stages.Max(stage => stage.Seconds),
            FromUsers = stages.Sum(stage => stage.FromUsers),
            ToUsers = stages.Sum(stage => stage.ToUsers),
            Successes = stages.Sum(stage => stage.Successes),
            SuccessesInTime = stages.Sum(stage => stage.SuccessesInTime),
            Errors = Sums.Of(stages.Select(stage => stage.Errors)),
            Latency = Sums.Of(stages.Select(stage => stage.Latency)),
            ServiceTime = Sums.Of(stages.Select(stage => stage.ServiceTime)),
            Streams = Sums.Of([.. stages.Select(stage => stage.Streams)]),
        };
}
