using System.Globalization;

namespace GatewayBench;

/// <summary>An experiment that was repeated, as a page.</summary>
internal static class RepetitionPage
{
    public static ReportPage Of(Repetition repetition)
    {
        var (before, now) = (repetition.Before, repetition.Now);
        ReportPage? figures = null;
        string[] refused = [];
        try
        {
            figures = DiffPage.Of(ResultDiff.Of(before, now));
        }
        catch (ComparisonException e)
        {
            refused = [e.Message];
        }
        return new ReportPage(
            "Again",
            [
                $"Before (A): {When(before)}. Now (B): {When(now)}.",
                "Two runs are no paired comparison: what is better or worse may be chance, or what else "
                    + "the machine did. gatewaybench compare tells two builds from each other.",
            ],
            figures?.Tables ?? [],
            [
                .. new ReportSection[]
                {
                    new("Fixed", [.. repetition.Fixed.Select(one => $"{one}")]),
                    new(
                        "Still fails",
                        [
                            .. repetition.Left.Select(pair =>
                                pair.Before.Text == pair.Now.Text
                                    ? $"{pair.Now}"
                                    : $"{pair.Now}; before: {pair.Before.Text}"
                            ),
                        ]
                    ),
                    new("New", [.. repetition.New.Select(one => $"{one}")]),
                    new(
                        "Not known",
                        [.. repetition.Untold.Select(one => $"{one.Before}; now {one.Why}")]
                    ),
                    new("Breaks next", [.. Next(repetition)]),
                    new("Found", [.. Found(before, now)]),
                    new("Changed", [.. Comparability.Changes(before, now)]),
                    new("Not compared", [.. refused, .. NotCompared(figures)]),
                }.Where(section => section.Lines.Count > 0),
            ]
        );
    }

    private static string[] Next(Repetition repetition)
    {
        string[] next = [.. repetition.Next.Select(one => $"{one}")];
        return next.Length > 0 ? next
            : repetition.Now.Rows.Any(row => row.Diagnosis is not null)
                ? ["nothing that was watched gave way"]
            : [$"not known: nothing is diagnosed in fewer than {Diagnostician.LeastSlices} slices"];
    }

    /// <summary>What a profile was out to find, and how much the target took, each time.</summary>
    private static IEnumerable<string> Found(LoadResult before, LoadResult now)
    {
        return
        [
            .. All(before).Select(line => $"before: {line}"),
            .. All(now).Select(line => $"now: {line}"),
        ];

        static IEnumerable<string> All(LoadResult result) =>
            ProfileLines.Of(result).Concat(CapacityLines.Of(result.Rows));
    }

    private static IEnumerable<string> NotCompared(ReportPage? figures) =>
        figures?.Sections.Where(section => section.Title == "Not compared").SelectMany(s => s.Lines)
        ?? [];

    private static string When(LoadResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"{result.StartedAt:yyyy-MM-dd HH:mm:ss}Z");
}
