namespace GatewayBench;

/// <summary>What gave way, in words: what broke first, what did not, and what to do.</summary>
internal static class DiagnosisLines
{
    public const string Title = "First to break";

    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        let diagnosis = row.Diagnosis
        where diagnosis is not null
        from line in Of(diagnosis)
        select $"{row.Title()}: {line}";

    private static IEnumerable<string> Of(Diagnosis diagnosis)
    {
        if (diagnosis.Suspects.Count == 0)
        {
            yield return "no suspect";
            foreach (var line in Classics(diagnosis.Classics))
            {
                yield return line;
            }
            yield break;
        }
        var first = diagnosis.Suspects[0];
        yield return Of(first);
        foreach (var later in diagnosis.Suspects.Skip(1))
        {
            yield return $"then {Of(later)}";
        }
        foreach (var line in Classics(diagnosis.Classics))
        {
            yield return line;
        }
        yield return $"usual cause: {first.Cause}";
        yield return $"next step: {first.NextStep}";
    }

    private static string Of(Suspect suspect) =>
        $"{suspect.Title} with {ClosedLoad.UsersText(suspect.Users)}, {Units.Moment(suspect.Second)}: "
        + $"{suspect.Series} {Units.Figure(suspect.Value)}"
        + (suspect.Normal is { } normal ? $", normal {Units.Figure(normal)}" : "")
        + $", limit {Units.Figure(suspect.Limit)}; {suspect.Effect}";

    private static IEnumerable<string> Classics(IReadOnlyList<ClassicLimit> classics)
    {
        var calm = classics.Where(one => one.Second is null).ToLookup(one => one.IsWatched);
        if (calm[true].Any())
        {
            yield return $"not reached: {string.Join(", ", calm[true].Select(one => one.Title))}";
        }
        if (calm[false].Any())
        {
            yield return $"not watched: {string.Join(", ", calm[false].Select(one => one.Title))}";
        }
    }
}
