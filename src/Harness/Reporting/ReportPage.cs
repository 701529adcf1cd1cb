using System.Globalization;

namespace GatewayBench;

/// <summary>What a report says, before any form is given to it.</summary>
/// <param name="Title">What the run is called.</param>
/// <param name="Facts">Load, machine, verdict: one line each.</param>
/// <param name="Tables">The figures.</param>
/// <param name="Sections">What needs words; sections with nothing to say are absent.</param>
internal sealed record ReportPage(
    string Title,
    IReadOnlyList<string> Facts,
    IReadOnlyList<MarkdownTable> Tables,
    IReadOnlyList<ReportSection> Sections
)
{
    public static ReportPage Of(LoadResult result) =>
        new(
            result.Name,
            [.. ReportHeading.Of(result)],
            [.. TablesOf(result.Rows)],
            [
                .. new ReportSection[]
                {
                    new(ExperimentLines.Title, [.. ExperimentLines.Of(result)]),
                    new("Found", [.. ProfileLines.Of(result)]),
                    new(
                        "Errors",
                        [
                            .. Errors(result.Rows),
                            .. Statuses(result.Rows),
                            .. ErrorsOfParts(result.Rows),
                        ],
                        IsForeignText: true
                    ),
                    new(SloLines.Title, [.. SloLines.Of(result.Rows)], IsAligned: true),
                    new("Stages", [.. StageLines.Of(result.Rows)]),
                    new(CapacityLines.Title, [.. CapacityLines.Of(result.Rows)]),
                    new(DiagnosisLines.Title, [.. DiagnosisLines.Of(result.Rows)]),
                    new("Circuit breakers", [.. BreakerLines.Of(result.Rows)]),
                    new(BreakdownLines.Title, [.. BreakdownLines.Of(result.Rows)]),
                    new(PromptClassLines.Title, [.. PromptClassLines.Of(result.Rows)]),
                    new(TurnLines.Title, [.. TurnLines.Of(result.Rows)]),
                    new(DriftLines.Title, [.. DriftLines.Of(result.Rows)]),
                    new(RecommendationLines.Title, [.. RecommendationLines.Of(result)]),
                    new("Failed checks", [.. FailedChecks(result.Rows)]),
                    new("Tokens", [.. TokenLines.Of(result.Rows)]),
                    new("Metrics", [.. MetricLines.Of(result.Rows)]),
                    new("Schedule", [.. ScheduleLines.Of(result.Rows)]),
                    new("Invalid", [.. Invalid(result.Rows)]),
                    new("Trust", [.. TrustLines.Of(result.Rows)]),
                    new("Findings", [.. Findings.Of(result.Rows)]),
                    new("Notes", [.. Notes(result)]),
                }.Where(section => section.Lines.Count > 0),
            ]
        );

    private static IEnumerable<MarkdownTable> TablesOf(IReadOnlyList<RowResult> rows)
    {
        if (rows.Count == 0)
        {
            yield break;
        }
        yield return ReportTables.Throughput(rows);
        yield return ReportTables.Latency(rows);
        RowResult[] streams = [.. rows.Where(PartLines.HasStreams)];
        if (streams.Length > 0)
        {
            yield return ReportTables.Streams(streams);
        }
        RowResult[] open = [.. rows.Where(row => row.Open is not null)];
        if (open.Length > 0)
        {
            yield return ReportTables.ServiceTime(open);
        }
    }

    private static IEnumerable<string> Errors(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from error in row.Errors
        let expected = row.Expected.Contains(error.Key) ? " (expected)" : ""
        let sample = row.Samples.TryGetValue(error.Key, out var text) ? $": {text}" : ""
        select $"{row.Title()}: {error.Key.Label()} {Units.Count(error.Value)}{expected}"
            + $"{FirstErrorText.Of(row, error.Key)}{sample}";

    private static IEnumerable<string> Statuses(IReadOnlyList<RowResult> rows) =>
        from row in rows
        where row.Statuses.Count > 0
        let counts = row.Statuses.Select(one => $"{one.Key} {Units.Count(one.Value)}")
        select $"{row.Title()}: by status {string.Join(", ", counts)}";

    /// <summary>Where they came from; what a prelude failed at in the warm-up is told nowhere else.</summary>
    private static IEnumerable<string> ErrorsOfParts(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from part in PartLines.Flat(row.Parts)
        from error in part.Errors
        select $"{row.Title()}, {part.Name}: {error.Key.Label()} {Units.Count(error.Value)}";

    private static IEnumerable<string> FailedChecks(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from check in PartLines.Flat(row.Parts).SelectMany(part => part.Checks).Concat(row.Checks)
        where check.Passed < check.Total
        select $"{row.Title()}: {check.Name} {Units.Count(check.Passed)} / {Units.Count(check.Total)}";

    private static IEnumerable<string> Invalid(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from reason in row.Invalid
        select $"{row.Title()}: {reason}";

    private static IEnumerable<string> Notes(LoadResult result)
    {
        var notes =
            from target in result.Targets
            from note in target.Settings.Count > 0
                ? target.Notes.Prepend($"with {string.Join(", ", target.Settings)}")
                : target.Notes
            select $"{target.Name}: {note}";
        var cold =
            from row in result.Rows
            where row.Settled is null && row.MeasuredSeconds > 0
            select $"{row.Title()}: no warm-up, so the figures include the cold start";
        var merged = result.Sources.Select(
            (source, i) =>
                $"merged: generator {i + 1}, {source.Name}, seed {source.Seed}, started "
                + source.StartedAt.ToString("u", CultureInfo.InvariantCulture)
                + (
                    source.Machine == result.Machine
                        ? ""
                        : $", on {source.Machine.Processor}, "
                            + $"{source.Machine.Cores} cores, {source.Machine.OperatingSystem}"
                )
        );
        return [.. notes.Distinct(), .. cold, .. merged];
    }
}

/// <summary>A titled list of lines.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Lines">The items.</param>
/// <param name="IsForeignText">Whether they quote what a server sent, so that nothing may act on it.</param>
/// <param name="IsAligned">Whether they stand in columns, which a page has to keep.</param>
internal sealed record ReportSection(
    string Title,
    IReadOnlyList<string> Lines,
    bool IsForeignText = false,
    bool IsAligned = false
);
