namespace GatewayBench;

/// <summary>The page of baselines (<c>BASELINES.md</c>): its tables are made from the store, the rest is written by hand.</summary>
internal static class BaselinePage
{
    public const string Begin = "<!-- baselines: begin -->";
    public const string End = "<!-- baselines: end -->";

    /// <summary>Opens the page, or a new one where there is none yet.</summary>
    /// <exception cref="InvalidDataException">It has not both marks.</exception>
    public static MarkedPage Open(string path) =>
        File.Exists(path)
            ? MarkedPage.Open(path, Begin, End)
            : MarkedPage.Of(path, $"# Baselines\n\n{Begin}\n{End}\n", Begin, End);

    /// <summary>What stands between the marks.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<MachineBaselines> machines) =>
        machines.Count == 0
            ? ["None is recorded yet."]
            : machines.SelectMany(
                (machine, index) => index == 0 ? Section(machine) : Section(machine).Prepend("")
            );

    private static IEnumerable<string> Section(MachineBaselines machine)
    {
        var rows = machine.Rows();
        yield return MarkdownText.Of($"### {machine.Fingerprint.Title}");
        yield return "";
        yield return MarkdownText.Of(
            $"Fingerprint `{machine.Fingerprint.Id}`. {RunsText(machine)}"
        );
        // Rows that were loaded in different ways are in different tables.
        foreach (var group in rows.GroupBy(RowConditions.InWords))
        {
            var latest = group.Select(row => LatestRow.Of(machine, row)).ToList();
            yield return "";
            yield return $"**{MarkdownText.Of(group.Key)}**";
            foreach (
                var table in (MarkdownTable[])
                    [
                        BaselineTables.Throughput(latest),
                        BaselineTables.Latency(latest),
                        BaselineTables.History(latest),
                    ]
            )
            {
                yield return "";
                foreach (var line in table.Lines())
                {
                    yield return MarkdownText.Of(line);
                }
            }
        }
    }

    private static string RunsText(MachineBaselines machine)
    {
        var (first, last) = (machine.History[0], machine.History[^1]);
        var runs = machine.History.Count == 1 ? "1 run" : $"{machine.History.Count} runs";
        return $"{runs}, the last of {Units.Date(last.TakenAt)}, {last.CommitText}"
            + (first == last ? "." : $"; the first of {Units.Date(first.TakenAt)}.")
            + $" {last.Machine.OperatingSystem}, {last.Machine.Runtime}, {Units.Count(last.Machine.MemoryGiB)} GiB.";
    }
}
