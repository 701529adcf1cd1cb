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
            Notes =
            [
                .. results.SelectMany(result => result.Targets[index].Notes).Distinct(),
                .. index == 0 ? LeftOut(results) : [],
            ],
        };

    /// <summary>What was found of each share, and of the whole can't be told exactly.</summary>
    private static IEnumerable<string> LeftOut(LoadResult[] results)
    {
        RowResult[] rows = [.. results.SelectMany(result => result.Rows)];
        (string Name, bool IsThere)[] all =
        [
            ("suspects", rows.Any(row => row.Diagnosis is not null)),
            ("where the time goes", rows.Any(row => row.Breakdown is not null)),
            ("drift", rows.Any(row => row.Drifts.Count > 0)),
            ("series", rows.Any(row => row.Series.Count > 0)),
            ("the gateway's resources", rows.Any(row => row.GatewayResources.Count > 0)),
            ("circuit breakers", rows.Any(row => row.Breakers.Count > 0)),
            ("recovery", rows.Any(row => row.Recovery is not null)),
            ("breakpoint", results.Any(result => result.Breakpoint is not null)),
        ];
        string[] left = [.. all.Where(one => one.IsThere).Select(one => one.Name)];
        return left.Length == 0
            ? []
            : [$"merged without {string.Join(", ", left)}: see the result of each generator"];
    }

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
