namespace GatewayBench;

/// <summary>What a run was to show, as its bench file says it.</summary>
internal static class ExperimentLines
{
    public const string Title = "Experiment";

    public static IEnumerable<string> Of(LoadResult result)
    {
        if (result.Profile is { } profile)
        {
            yield return $"profile: {OneLine.Of(profile)}";
        }
        if (result.TimeScale != 1)
        {
            var scaled = result.Targets.All(target => target.ProviderOptions is null)
                ? "durations and pauses (the time of what is behind the target is its own)"
                : "durations, pauses and the provider's time";
            yield return $"time scale: {TimeScaling.Text(result.TimeScale)} of {scaled}, so that "
                + "latencies and rates are not judged";
        }
        foreach (var row in result.Rows.Where(row => row.AbortedBy is not null))
        {
            yield return $"ABORTED after {Units.Count(Math.Round(row.MeasuredSeconds, 1))} s of "
                + $"{row.Title()}, by {row.AbortedBy}";
        }
        if (result.Hypothesis is { } hypothesis)
        {
            yield return $"hypothesis: {OneLine.Of(hypothesis)}";
        }
        if (result.Watch.Count > 0)
        {
            yield return $"watch: {OneLine.Of(string.Join("; ", result.Watch))}";
        }
    }
}
