namespace GatewayBench;

/// <summary>What a run was to show, as its bench file says it.</summary>
internal static class ExperimentLines
{
    public const string Title = "Experiment";

    public static IEnumerable<string> Of(LoadResult result)
    {
        if (result.Hypothesis is { } hypothesis)
        {
            yield return $"hypothesis: {OnOneLine(hypothesis)}";
        }
        if (result.Watch.Count > 0)
        {
            yield return $"watch: {OnOneLine(string.Join("; ", result.Watch))}";
        }
    }

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
