namespace GatewayBench;

/// <summary>
/// Makes one result of those of several generators that loaded one target at the same time.
/// Histograms, counts and timelines add up; percentiles are taken from the sums, never averaged.
/// </summary>
internal static class ResultMerge
{
    /// <exception cref="MergeException">They are not shares of one run.</exception>
    /// <exception cref="SloException">An SLO in them is none that this version knows.</exception>
    public static LoadResult Of(IReadOnlyList<MergeSource> sources)
    {
        Unmergeable.Require(sources);
        LoadResult[] results = [.. sources.Select(source => source.Result)];
        var first = results[0];
        var isHosted = first.Targets.Any(target => !target.IsRemote);
        return first with
        {
            StartedAt = results.Min(result => result.StartedAt),
            Targets = [.. first.Targets.Select((target, i) => Noted(target, results, i))],
            Settings = [.. first.Settings.Select(setting => Together(setting, results))],
            // Each source's own would start that share alone.
            Command = null,
            // Each searched with its own share of the users.
            Breakpoint = null,
            Partial = results.Any(result => result.Partial),
            Sources = [.. results.SelectMany(SourcesOf)],
            Rows =
            [
                .. first.Rows.Select(
                    (_, i) =>
                        RowMerge.Of(
                            [.. results.Select(result => result.Rows[i])],
                            isHosted,
                            first.TimeScale
                        )
                ),
            ],
        };
    }

    private static IEnumerable<SourceResult> SourcesOf(LoadResult result) =>
        result.Sources.Count > 0
            ? result.Sources
            : [new SourceResult(result.Name, result.Seed, result.StartedAt, result.Machine)];

    private static TargetInfo Noted(TargetInfo target, LoadResult[] results, int index) =>
        target with
        {
            Notes = [.. results.SelectMany(result => result.Targets[index].Notes).Distinct()],
        };

    private static SettingOrigin Together(SettingOrigin setting, LoadResult[] results) =>
        setting with
        {
            Value = string.Join(
                " and ",
                results
                    .SelectMany(result => result.Settings)
                    .Where(other => other.Name == setting.Name)
                    .Select(other => other.Value)
                    .Distinct()
            ),
        };
}
