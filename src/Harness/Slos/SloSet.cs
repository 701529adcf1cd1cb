namespace GatewayBench;

/// <summary>SLOs that are judged together.</summary>
internal sealed class SloSet
{
    private readonly Slo[] _slos;

    /// <exception cref="SloException">Bare goodput has no latency to be good within.</exception>
    public SloSet(IReadOnlyList<Slo> slos) => _slos = [.. slos.Select(slo => Completed(slo, slos))];

    /// <summary>Whether one of them may end a run.</summary>
    public bool HasAborts => _slos.Any(slo => slo.Aborts);

    /// <summary>Refuses what nothing could be judged by, before a run or after it.</summary>
    /// <exception cref="SloException">No row or part has what an SLO asks for.</exception>
    public void Require(IReadOnlyList<SloShape> rows)
    {
        foreach (var slo in _slos)
        {
            SloNeeds.Require(slo, rows);
        }
    }

    /// <param name="row">What was measured.</param>
    /// <param name="timeScale">What the run's times were multiplied by: of another than 1 they are no figures to judge.</param>
    /// <returns>How a row did by each SLO that is of it, or of a part of it, in order.</returns>
    public SloResult[] Judge(RowResult row, double timeScale = 1) =>
        [
            .. from slo in _slos
            from scope in ScopesOf(slo, row)
            where slo.Subject.IsOf(scope.Shape)
            select Judge(slo, scope, timeScale),
        ];

    /// <summary>How a row does so far by the SLOs that may end its run.</summary>
    /// <param name="whole">What has been measured.</param>
    /// <param name="stage">The same of the stage that is on; null without stages.</param>
    /// <param name="timeScale">What the run's times were multiplied by: figures of another than 1 end nothing.</param>
    public IEnumerable<SloResult> JudgeAborts(
        SloScope whole,
        StageResult? stage,
        double timeScale
    ) =>
        from slo in _slos
        where slo.Aborts && (slo.Of is null || slo.Of == whole.Shape.Name)
        where slo.In is null || slo.In == stage?.Name
        let scope = slo.In is null ? whole : whole.In(stage!)
        where slo.Subject.IsOf(scope.Shape) && (timeScale == 1 || !slo.Subject.IsOfTime)
        let result = Judge(slo, scope, timeScale)
        // Over stages, what was served so far was asked for by fewer users, or more, than there are now.
        where
            slo.Limit.IsUpper
            || result.Unit != SloUnit.PerSecond
            || slo.In is not null
            || stage is null
        select SloChance.MayExplain(slo, result, scope)
            ? result with
            {
                Actual = null,
                Reason = "too few requests",
            }
            : result;

    private static SloResult Judge(Slo slo, SloScope scope, double timeScale)
    {
        var figure = slo.Subject.Read(scope);
        var isJudged = timeScale == 1 || !slo.Subject.IsOfTime;
        return new SloResult(
            slo.Expression,
            figure.Value,
            slo.Subject is MetricSubject own ? own.UnitIn(scope.Shape) : slo.Subject.Unit,
            isJudged && figure.Value is { } value && slo.Limit.Allows(value),
            isJudged ? figure.Missing : "the run's time was scaled"
        )
        {
            Judged = isJudged,
        };
    }

    private static IEnumerable<SloScope> ScopesOf(Slo slo, RowResult row) =>
        slo.Of is not null && slo.Of != row.Name
            ? PartLines
                .Flat(row.Parts)
                .Where(part => part.Name == slo.Of)
                .Select(part => SloScope.Of(part, row))
        : slo.In is null ? [SloScope.Of(row)]
        : row.Stages.Where(stage => stage.Name == slo.In).Select(SloScope.Of(row).In);

    private static Slo Completed(Slo slo, IReadOnlyList<Slo> all)
    {
        if (slo.Subject is not GoodputSubject { Within: null })
        {
            return slo;
        }
        var within =
            GoodputSubject.LimitAmong(all.Where(other => other.Of == slo.Of && other.In == slo.In))
            ?? throw SloNeeds.Error(
                slo,
                slo.SubjectAt,
                "it needs a latency to be good within; allowed: such as goodput(800ms), or beside an "
                    + "SLO such as p95<800ms of the same row or part"
            );
        return new Slo(slo.Expression, new GoodputSubject(within), slo.Limit, slo.Tail);
    }
}
