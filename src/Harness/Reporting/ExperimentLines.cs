namespace GatewayBench;

/// <summary>What a run was to show, as its bench file says it.</summary>
internal static class ExperimentLines
{
    public const string Title = "Experiment";

    public static IEnumerable<string> Of(LoadResult result)
    {
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
