namespace GatewayBench;

/// <summary>What stands above the figures: the target, the load, the machine, the verdict.</summary>
internal static class ReportHeading
{
    public static IEnumerable<string> Of(LoadResult result)
    {
        var rows = result.Rows;
        if (rows.Count == 0)
        {
            yield return result.Partial
                ? "Nothing was measured: the run was ended before."
                : "Nothing was measured.";
            yield break;
        }
        // A gateway that we host is known by the code; a URL is not.
        var urls = result.Targets.Where(target => target.IsRemote).Select(target => target.Name);
        foreach (var url in urls.Distinct())
        {
            yield return $"target {url}";
        }
        yield return LoadLine(result);
        yield return MachineLine(result);
        var invalid = rows.Count(row => row.Invalid.Count > 0);
        yield return (invalid == 0 ? "VALID" : $"INVALID: {invalid} of {rows.Count} rows")
            + (result.Partial ? ", PARTIAL" : "")
            + (rows.Any(row => row.AbortedBy is not null) ? ", ABORTED" : "")
            + (SloLines.Summary(rows) is { } slos ? $", {slos}" : "");
    }

    private static string LoadLine(LoadResult result)
    {
        var rows = result.Rows;
        var seconds = string.Join(
            " and ",
            rows.Where(row => row.MeasuredSeconds > 0)
                .Select(row => Units.Count(Math.Round(row.MeasuredSeconds, 1)))
                .Distinct()
        );
        var transport = string.Join(", ", rows.Select(row => row.Transport).Distinct());
        var elsewhere = result.Targets.Select(target => target.Hosting).Distinct();
        return $"{Loads(rows)}, {(seconds.Length > 0 ? $"{seconds} s a row" : "not loaded")}, {transport}, "
            // That a target is remote is its transport too.
            + string.Concat(
                elsewhere
                    .Where(hosting => hosting is not ("inprocess" or "remote"))
                    .Select(hosting => $"hosting {hosting}, ")
            )
            + $"seed {result.Seed}";
    }

    private static string MachineLine(LoadResult result)
    {
        var machine = result.Machine;
        var commits = result
            .Targets.Select(target => target.Commit)
            .OfType<string>()
            .Select(GatewayInfo.ShortCommit)
            .Distinct();
        return (result.Targets.Any(target => target.IsRemote) ? "load client: " : "")
            + $"{machine.Runtime}, {machine.GarbageCollector} GC, {machine.Cores} cores, "
            + $"{machine.OperatingSystem}"
            + string.Concat(commits.Select(commit => $", commit {commit}"));
    }

    /// <summary>The closed ones by their users, the open ones by name.</summary>
    private static string Loads(IReadOnlyList<RowResult> rows)
    {
        var closed =
            from row in rows
            where row.Users is not null
            group row.Users!.Value by row.Manner() into same
            let users = same.Distinct().ToList()
            select $"closed, {string.Join(" and ", users)} {(users is [1] ? "user" : "users")}{same.Key}";
        var open = rows.Where(row => row.Users is null).Select(row => row.Load).Distinct();
        return string.Join("; ", closed.Concat(open.Select(load => $"open, {load}")));
    }
}
