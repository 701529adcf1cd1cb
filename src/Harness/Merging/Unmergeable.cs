namespace GatewayBench;

/// <summary>What keeps results from being shares of one run.</summary>
internal static class Unmergeable
{
    /// <exception cref="MergeException">They are not; the message names the results and the difference.</exception>
    public static void Require(IReadOnlyList<MergeSource> sources)
    {
        if (sources.Count < 2)
        {
            throw new MergeException("One result is nothing to merge; allowed: two or more.");
        }
        RequireOwnSeeds(sources);
        var first = sources[0];
        foreach (var other in sources.Skip(1))
        {
            RequireSame("targets", first, other, TargetsOf);
            RequireSame("time scale", first, other, result => TimeScaling.Text(result.TimeScale));
            RequireSame("rows", first, other, result => $"{result.Rows.Count}");
            for (var i = 0; i < first.Result.Rows.Count; i++)
            {
                RequireSameRow(i, first, other);
            }
        }
    }

    /// <summary>Of one seed, two generators draw the same: the one's hits are the other's again.</summary>
    private static void RequireOwnSeeds(IReadOnlyList<MergeSource> sources)
    {
        var twice = sources
            .SelectMany(source => SeedsOf(source.Result).Select(seed => (seed, source.Label)))
            .GroupBy(one => one.seed, one => one.Label)
            .FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new MergeException(
                $"seed {twice.Key} is in {string.Join(" and in ", twice)}: the same share of the load "
                    + "twice; allowed: a seed of its own for each generator."
            );
        }
    }

    private static IEnumerable<ulong> SeedsOf(LoadResult result) =>
        result.Sources.Count > 0 ? result.Sources.Select(source => source.Seed) : [result.Seed];

    private static void RequireSameRow(int index, MergeSource first, MergeSource other)
    {
        var what = $"row {index + 1}";
        RequireSame($"{what}, scenario", first, other, result => result.Rows[index].Name);
        RequireSame($"{what}, target", first, other, result => TargetOf(result, index));
        RequireSame($"{what}, transport", first, other, result => result.Rows[index].Transport);
        RequireSame($"{what}, load", first, other, result => LoadMerge.KindOf(result.Rows[index]));
        RequireSame(
            $"{what}, stages",
            first,
            other,
            result => StageMerge.KindOf(result.Rows[index])
        );
        RequireSame(
            $"{what}, expected errors",
            first,
            other,
            result => Expected(result.Rows[index])
        );
        RequireSame($"{what}, made of", first, other, result => Shape(result.Rows[index]));
    }

    private static void RequireSame(
        string what,
        MergeSource first,
        MergeSource other,
        Func<LoadResult, string> of
    )
    {
        var (one, two) = (of(first.Result), of(other.Result));
        if (one != two)
        {
            throw new MergeException(
                $"{what}: {one} in {first.Label}, {two} in {other.Label}; allowed: shares of one run."
            );
        }
    }

    private static string TargetsOf(LoadResult result) =>
        string.Join(
            "; ",
            result.Targets.Select(target =>
                string.Join(
                    ", ",
                    [
                        target.Name,
                        target.Transport,
                        $"hosting {target.Hosting}",
                        .. target.Commit is { } commit
                            ? [$"commit {commit}"]
                            : Array.Empty<string>(),
                        .. target.Settings,
                        .. target.ProviderOptions ?? [],
                    ]
                )
            )
        );

    /// <summary>By its position; results of older versions with one target need not say it.</summary>
    private static string TargetOf(LoadResult result, int row) =>
        result.Rows[row].Target is { } position ? $"number {position + 1}"
        : result.Targets.Count == 1 ? "number 1"
        : "not told";

    private static string Expected(RowResult row) =>
        string.Join(", ", row.Expected.Select(Outcomes.Label).DefaultIfEmpty("none"));

    /// <summary>Parts, checks and metrics with their kinds, by which they are put together.</summary>
    private static string Shape(RowResult row) =>
        string.Join(
            ", ",
            Names(row.Checks, row.Metrics, row.Streams)
                .Concat(
                    PartLines
                        .Flat(row.Parts)
                        .SelectMany(part =>
                            Names(part.Checks, part.Metrics, part.Streams)
                                .Prepend($"part {part.Name}")
                        )
                )
                .DefaultIfEmpty("one exchange")
        );

    private static IEnumerable<string> Names(
        IReadOnlyList<CheckResult> checks,
        IReadOnlyList<MetricResult> metrics,
        StreamResult? streams
    ) =>
        [
            .. checks.Select(check => $"check {check.Name}"),
            .. metrics.Select(metric =>
                $"{metric.Kind.ToString().ToLowerInvariant()} {metric.Name}"
            ),
            .. streams is null ? Array.Empty<string>() : ["a stream"],
        ];
}
