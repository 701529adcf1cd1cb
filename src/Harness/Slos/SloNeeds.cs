namespace GatewayBench;

/// <summary>What there must be for an SLO to be judged by.</summary>
internal static class SloNeeds
{
    /// <exception cref="SloException">No row or part has what it asks for.</exception>
    public static void Require(Slo slo, IReadOnlyList<SloShape> rows)
    {
        SloShape[] named = [.. rows.SelectMany(row => ShapesOf(slo, row))];
        if (named.Length == 0)
        {
            var names = rows.SelectMany(row => row.All).Select(shape => shape.Name).Distinct();
            throw Error(
                slo,
                slo.Tail.OfAt,
                $"no row and no part is called '{slo.Of}'; allowed: {string.Join(", ", names)}"
            );
        }
        if (!named.Any(slo.Subject.IsOf))
        {
            throw Error(slo, slo.SubjectAt, slo.Subject.Missing(named));
        }
        if (
            named
                .Where(slo.Subject.IsOf)
                .Select(shape => slo.Subject.Refuses(slo.Limit, shape))
                .FirstOrDefault(problem => problem is not null) is
            { } refused
        )
        {
            throw Error(slo, slo.Limit.Position, refused);
        }
        RequireStage(slo, rows);
        RequireWhole(slo, rows);
    }

    public static SloException Error(Slo slo, int position, string problem) =>
        new(slo.Expression, position, problem);

    private static void RequireStage(Slo slo, IReadOnlyList<SloShape> rows)
    {
        if (slo.In is null || rows.Any(row => row.Stages.Contains(slo.In)))
        {
            return;
        }
        string[] stages = [.. rows.SelectMany(row => row.Stages).Distinct()];
        throw Error(
            slo,
            slo.Tail.InAt,
            stages.Length == 0
                ? "no row has stages; allowed: an SLO without 'in', or a closed load in stages"
                : $"no stage is called '{slo.In}'; allowed: {string.Join(", ", stages)}"
        );
    }

    /// <summary>Stages, and a run that is under way, are known by the figures of whole rows only.</summary>
    private static void RequireWhole(Slo slo, IReadOnlyList<SloShape> rows)
    {
        var isOfRow = slo.Of is null || rows.Any(row => row.Name == slo.Of);
        if (slo is { In: null, Aborts: false } || (isOfRow && slo.Subject is not MetricSubject))
        {
            return;
        }
        throw Error(
            slo,
            slo.In is null ? slo.Tail.AbortAt!.Value : slo.Tail.InAt,
            $"{(slo.In is null ? "abort" : "a stage")} is for figures of a whole row; allowed: none of "
                + "its parts, and no counter, rate or trend of the scenario's own"
        );
    }

    private static IEnumerable<SloShape> ShapesOf(Slo slo, SloShape row) =>
        slo.Of is null || slo.Of == row.Name ? [row] : row.All.Where(shape => shape.Name == slo.Of);
}
