namespace GatewayBench;

/// <summary>Finds what a result has that is not as it should be: errors, missed SLOs, what gave way.</summary>
internal static class Troubles
{
    private const string OfSlo = "SLO ";
    private const string OfSuspect = "suspect ";
    private const string OfErrors = "errors";

    public static IReadOnlyList<Trouble> Of(LoadResult result) =>
        [
            .. result.Rows.SelectMany(row =>
                (IEnumerable<Trouble>)
                    [.. Errors(row, result.LimitsErrors()), .. Slos(row), .. Suspects(row)]
            ),
        ];

    /// <summary>Why a result can't tell whether it has a trouble; null where it can.</summary>
    public static string? UntoldBy(LoadResult result, Trouble trouble)
    {
        if (result.Rows.FirstOrDefault(row => row.Title() == trouble.Row) is not { } row)
        {
            return "there is no such row";
        }
        if (trouble.IsSuspect)
        {
            return row.Diagnosis is null
                    ? $"nothing is diagnosed in fewer than {Diagnostician.LeastSlices} slices"
                : Unwatched(row.Diagnosis).Any(rule => OfSuspect + rule == trouble.Name)
                    ? "nothing told of it"
                : null;
        }
        return !trouble.Name.StartsWith(OfSlo, StringComparison.Ordinal) ? null
            : row.Slos.FirstOrDefault(slo => OfSlo + slo.Expression == trouble.Name) is not { } slo
                ? "it is not judged by it"
            : row.VerdictOn(slo) switch
            {
                SloVerdict.Invalid => "its figures are INVALID",
                SloVerdict.NotJudged => "its time was scaled",
                _ => null,
            };
    }

    /// <summary>Earlier results say it only of the classics.</summary>
    private static IEnumerable<string> Unwatched(Diagnosis diagnosis) =>
        diagnosis
            .Classics.Where(one => !one.IsWatched)
            .Select(one => one.Name)
            .Concat(diagnosis.Unwatched);

    private static IEnumerable<Trouble> Errors(RowResult row, bool hasLimit)
    {
        if (row.Successes == 0)
        {
            yield return new Trouble(row.Title(), OfErrors, "no success");
        }
        else if (!hasLimit && row.UnexpectedErrors > 0.01 * row.Requests)
        {
            var share = Units.Percent((double)row.UnexpectedErrors / row.Requests);
            yield return new Trouble(row.Title(), OfErrors, $"{share} unexpected errors");
        }
    }

    private static IEnumerable<Trouble> Slos(RowResult row) =>
        from slo in row.Slos
        where row.VerdictOn(slo) == SloVerdict.Fail
        select new Trouble(
            row.Title(),
            OfSlo + slo.Expression,
            $"{OfSlo}{slo.Expression} missed: {slo.Reason ?? SloLines.Figure(slo)}"
        );

    private static IEnumerable<Trouble> Suspects(RowResult row) =>
        from suspect in row.Diagnosis?.Suspects ?? []
        select new Trouble(
            row.Title(),
            OfSuspect + suspect.Name,
            $"{suspect.Title} with {CrowdText.Of(row, suspect.Users)}, {Units.Moment(suspect.Second)}"
        )
        {
            Second = suspect.Second,
        };
}
