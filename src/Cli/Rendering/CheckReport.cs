using Spectre.Console;

namespace GatewayBench.Cli;

/// <summary>What a check found, for people.</summary>
internal static class CheckReport
{
    private const int SparklineColumns = 12;

    public static void Write(
        BaselineCheck check,
        string? commit,
        Fingerprint fingerprint,
        double maxDrop,
        Screen screen
    )
    {
        screen.Line($"Machine   {fingerprint.Id}: {fingerprint.Title}");
        if (check.Latest is { } latest)
        {
            screen.Line($"Baseline  {latest.CommitText}, {Units.Date(latest.TakenAt)}");
        }
        screen.Line(
            $"Now       {(commit is null ? "unknown commit" : $"commit {GatewayInfo.ShortCommit(commit)}")}"
        );
        if (check.Rows.Count > 0)
        {
            screen.Table(
                [
                    "Row",
                    "Load",
                    "\tOK/s then",
                    "\tRuns",
                    "\tSpread",
                    "\tNow",
                    "\tChange",
                    "\tp99",
                    "\tAlloc",
                    "Trend",
                ],
                check.Rows.Select(Cells)
            );
            screen.Line(
                "Then: the median of the last commit's runs; spread: their highest OK/s over the lowest."
            );
        }
        Tell(screen, "Changed since", check.Changes.Select(change => change.ToString()));
        Tell(screen, "Machine itself", LoopLines(check.LoopRatio));
        Tell(screen, "Not compared", check.NotCompared);
        Tell(screen, "Not in this result", check.Missing);
        Tell(screen, "Beware", Noise(check, maxDrop));
        Conclude(check, commit, maxDrop, screen);
    }

    private static void Conclude(BaselineCheck check, string? commit, double maxDrop, Screen screen)
    {
        RowComparison[] dropped = [.. check.Dropped];
        screen.Line();
        if (dropped.Length == 0)
        {
            screen.Line(
                check.Rows.Count == 0
                    ? "NOTHING COMPARED"
                    : $"OK: of {check.Rows.Count} rows none lost {Units.Percent(maxDrop)} or more."
            );
            return;
        }
        var titles = dropped.Select(row => $"{row.Now.Title} ({Units.Change(row.Ratio)})");
        screen.Line($"DROPPED by {Units.Percent(maxDrop)} or more: {string.Join("; ", titles)}");
        screen.Line();
        // Commands: to be copied, so not broken.
        foreach (var line in BisectAdvice.Lines(dropped, check.Latest!.Commit, commit))
        {
            screen.Verbatim(line);
        }
    }

    private static IReadOnlyList<Text> Cells(RowComparison row) =>
        [
            Cell.Of(row.Now.Name),
            Cell.Of(row.Now.Load),
            Cell.Of(Units.Count(row.Then.Rate)),
            Cell.Of(Units.Count(row.Runs)),
            Cell.Of(row.Spread is { } spread ? Units.Percent(spread) : Units.Nothing),
            Cell.Of(Units.Count(row.Now.Rate)),
            row.HasDropped ? Cell.Bad(Units.Change(row.Ratio)) : Cell.Good(Units.Change(row.Ratio)),
            Cell.Of(Change(row.P99Ratio)),
            Cell.Of(Change(row.AllocatedRatio)),
            Cell.Of(row.History.Sparkline(SparklineColumns)),
        ];

    /// <summary>A drop within what the machine does by itself says little.</summary>
    private static IEnumerable<string> Noise(BaselineCheck check, double maxDrop) =>
        check
            .Rows.Where(row => row.Spread >= maxDrop)
            .Select(row =>
                $"{row.Now.Title}: runs of one commit differed by {Units.Percent(row.Spread!.Value)}, so "
                + "that a drop of this size may be the machine (see: gatewaybench doctor)"
            );

    private static IEnumerable<string> LoopLines(double? ratio) =>
        ratio is { } known
            ? [$"a fixed calculation ran at {Units.Ratio(known)} of its speed of then"]
            : [];

    private static string Change(double? ratio) =>
        ratio is { } known ? Units.Change(known) : Units.Nothing;

    private static void Tell(Screen screen, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            screen.Line();
            screen.Line(title);
            foreach (var line in all)
            {
                screen.Line($"  {line}");
            }
        }
    }
}
