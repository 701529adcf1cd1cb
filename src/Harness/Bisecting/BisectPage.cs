using System.Globalization;

namespace GatewayBench;

/// <summary>A bisection as a page.</summary>
internal static class BisectPage
{
    public static ReportPage Of(BisectRecord record) =>
        new(
            $"{record.Name}: bisect",
            [.. Facts(record)],
            record.Steps.Count > 0 ? [Table(record)] : [],
            [
                .. new ReportSection[]
                {
                    new("Suspects", [.. Suspects(record)], IsForeignText: true),
                    new("Beside its parent", [.. record.Check.Select(Judged)]),
                    new("Files touched", [.. Files(record)], IsForeignText: true),
                    new("Skipped", [.. Skipped(record)], IsForeignText: true),
                    new("Partial: more than one cause", [.. Partial(record)], IsForeignText: true),
                }.Where(section => section.Lines.Count > 0),
            ]
        );

    private static IEnumerable<string> Facts(BisectRecord record)
    {
        yield return BisectLines.Conclusion(record);
        if (record.Partial)
        {
            yield return "PARTIAL: ended before its time";
        }
        yield return $"Good: {BisectLines.Of(record.Good)}";
        yield return $"Bad: {BisectLines.Of(record.Bad)}";
        yield return $"{record.Metric} of {record.Row}, {record.Conditions} an arm";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{record.Commits} commits; a step may err once in {1 / record.AlphaOfStep:0}"
        );
        if (record.Preflight is [var preflight, ..])
        {
            yield return $"Bad beside good: {BisectLines.Of(preflight)}"
                + (
                    record.Threshold is { } threshold
                        ? $"; the limit is half-way, {Units.Change(threshold)}"
                        : ""
                );
        }
        yield return Fingerprint.Of(record.Machine).Title;
    }

    private static MarkdownTable Table(BisectRecord record)
    {
        var table = new MarkdownTable("Commit", "Mark", "Change", "Interval", "Pairs");
        foreach (var step in record.Steps)
        {
            var effect = step.Effects.Count > 0 ? step.Effects[0] : null;
            table.Add(
                GatewayInfo.ShortCommit(step.Commit.Id),
                step.Mark.ToString().ToLowerInvariant(),
                effect is null ? Units.Nothing : Units.Change(effect.Ratio),
                effect is { Low: { } low, High: { } high }
                    ? $"{Units.Change(low)} to {Units.Change(high)}"
                    : Units.Nothing,
                effect is null ? Units.Nothing : Units.Count(effect.Pairs)
            );
        }
        return table.WithNote("Change: of the commit beside the good one, measured in turns.");
    }

    private static IEnumerable<string> Suspects(BisectRecord record) =>
        record.Suspects.Count > 1 ? record.Suspects.Select(BisectLines.Of) : [];

    private static string Judged(BisectEffect effect) =>
        $"{BisectLines.Of(effect)}: {effect.Verdict?.ToString().ToLowerInvariant()}";

    private static IEnumerable<string> Files(BisectRecord record) =>
        record.Culprit?.Files.Select(OneLine.Of) ?? [];

    private static IEnumerable<string> Skipped(BisectRecord record) =>
        from step in record.Steps
        let why = step.Why
        where why is not null
        select $"{BisectLines.Of(step.Commit)}: {OneLine.Of(why)}";

    private static IEnumerable<string> Partial(BisectRecord record) =>
        from step in record.Steps
        where step.IsPartial
        select $"{BisectLines.Of(step.Commit)}: {BisectLines.Of(step)}";
}
