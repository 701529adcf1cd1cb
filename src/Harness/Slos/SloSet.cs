namespace GatewayBench;

/// <summary>SLOs that are judged together.</summary>
internal sealed class SloSet
{
    private readonly Slo[] _slos;

    /// <exception cref="SloException">Bare goodput has no latency to be good within.</exception>
    public SloSet(IReadOnlyList<Slo> slos) => _slos = [.. slos.Select(slo => Completed(slo, slos))];

    /// <summary>Refuses what nothing could be judged by, before a run or after it.</summary>
    /// <exception cref="SloException">No row or part has what an SLO asks for.</exception>
    public void Require(IReadOnlyList<SloShape> rows)
    {
        foreach (var slo in _slos)
        {
            SloShape[] named = [.. rows.SelectMany(row => ShapesOf(slo, row))];
            if (named.Length == 0)
            {
                var names = rows.SelectMany(row => row.All).Select(shape => shape.Name).Distinct();
                throw Error(
                    slo,
                    slo.OfAt,
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
        }
    }

    /// <returns>How a row did by each SLO that is of it, or of a part of it, in order.</returns>
    public SloResult[] Judge(RowResult row) =>
        [
            .. from slo in _slos
            from scope in ScopesOf(slo, row)
            where slo.Subject.IsOf(scope.Shape)
            select Judge(slo, scope),
        ];

    private static SloResult Judge(Slo slo, SloScope scope)
    {
        var figure = slo.Subject.Read(scope);
        return new SloResult(
            slo.Expression,
            figure.Value,
            slo.Subject is MetricSubject own ? own.UnitIn(scope.Shape) : slo.Subject.Unit,
            figure.Value is { } value && slo.Limit.Allows(value),
            figure.Missing
        );
    }

    private static IEnumerable<SloScope> ScopesOf(Slo slo, RowResult row) =>
        slo.Of is null || slo.Of == row.Name
            ? [SloScope.Of(row)]
            : PartLines
                .Flat(row.Parts)
                .Where(part => part.Name == slo.Of)
                .Select(part => SloScope.Of(part, row));

    private static IEnumerable<SloShape> ShapesOf(Slo slo, SloShape row) =>
        slo.Of is null || slo.Of == row.Name ? [row] : row.All.Where(shape => shape.Name == slo.Of);

    private static Slo Completed(Slo slo, IReadOnlyList<Slo> all)
    {
        if (slo.Subject is not GoodputSubject { Within: null })
        {
            return slo;
        }
        var within =
            GoodputSubject.LimitAmong(all.Where(other => other.Of == slo.Of))
            ?? throw Error(
                slo,
                slo.SubjectAt,
                "it needs a latency to be good within; allowed: such as goodput(800ms), or beside an "
                    + "SLO such as p95<800ms of the same row or part"
            );
        return new Slo(slo.Expression, new GoodputSubject(within), slo.Limit, slo.Of);
    }

    private static SloException Error(Slo slo, int position, string problem) =>
        new(slo.Expression, position, problem);
}
