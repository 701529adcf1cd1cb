namespace GatewayBench;

/// <summary>What gave way, in words: what broke first, what did not, and what to do.</summary>
internal static class DiagnosisLines
{
    public const string Title = "First to break";

    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        [
            .. from row in rows
            let diagnosis = row.Diagnosis
            where diagnosis is not null
            from line in Of(row, diagnosis)
            select $"{row.Title()}: {line}",
            .. TooShort(rows),
        ];

    /// <summary>Silence would look like an all-clear.</summary>
    private static IEnumerable<string> TooShort(IReadOnlyList<RowResult> rows)
    {
        var few = rows.Count(row =>
            row.Diagnosis is null && row.Timeline.Count is > 0 and < Diagnostician.LeastSlices
        );
        if (few > 0)
        {
            yield return $"{few} of {rows.Count} rows not diagnosed: too short, a diagnosis takes {Diagnostician.LeastSlices} slices of the timeline or more";
        }
    }

    private static IEnumerable<string> Of(RowResult row, Diagnosis diagnosis) =>
        [
            .. diagnosis.Suspects.Count == 0
                ? ["no suspect"]
                : diagnosis.Suspects.SelectMany(
                    (suspect, i) => Of(row, suspect, i == 0 ? "" : "then ")
                ),
            .. Classics(row, diagnosis.Classics),
        ];

    private static IEnumerable<string> Of(RowResult row, Suspect suspect, string before)
    {
        yield return $"{before}{Of(row, suspect)}";
        yield return $"usual cause: {suspect.Cause}";
        yield return $"next step: {suspect.NextStep}";
    }

    private static string Of(RowResult row, Suspect suspect) =>
        $"{suspect.Title} with {CrowdText.Of(row, suspect.Users)}, {Units.Moment(suspect.Second)}: "
        + $"{suspect.Series} {Text(suspect.Value, suspect.Unit)}"
        + (suspect.Normal is { } normal ? $", normal {Text(normal, suspect.Unit)}" : "")
        + $", limit {Text(suspect.Limit, suspect.Unit)}; {suspect.Effect}";

    private static string Text(double value, string unit) =>
        unit switch
        {
            "s" => Units.Time(TimeSpan.FromSeconds(value)),
            "By" => Units.Bytes(value),
            _ => Units.Figure(value),
        };

    /// <summary>Each of the five stands in one of the lines.</summary>
    private static IEnumerable<string> Classics(
        RowResult row,
        IReadOnlyList<ClassicLimit> classics
    ) =>
        from line in new[]
        {
            ("reached", Reached(row, classics, isFelt: true)),
            ("reached, and not felt", Reached(row, classics, isFelt: false)),
            ("not reached", Calm(classics, isWatched: true)),
            ("not watched", Calm(classics, isWatched: false)),
        }
        let names = line.Item2.ToList()
        where names.Count > 0
        select $"{line.Item1}: {string.Join(", ", names)}";

    private static IEnumerable<string> Reached(
        RowResult row,
        IReadOnlyList<ClassicLimit> classics,
        bool isFelt
    ) =>
        from one in classics
        where one.Second is not null && one.IsFelt == isFelt
        select $"{one.Title} with {CrowdText.Of(row, one.Users ?? 0)}";

    private static IEnumerable<string> Calm(IReadOnlyList<ClassicLimit> classics, bool isWatched) =>
        from one in classics
        where one.Second is null && one.IsWatched == isWatched
        select one.Title;
}
