namespace GatewayBench;

/// <summary>The share of requests that failed: those of a class, or all that were not expected to.</summary>
/// <param name="Class">Null for all unexpected ones.</param>
internal sealed record ErrorSubject(Outcome? Class) : SloSubject
{
    public override SloUnit Unit => SloUnit.Share;

    public override bool IsOfErrors => true;

    public override SloFigure Read(SloScope scope) =>
        SloFigure.Share(
            Class is { } one
                ? scope.Errors.GetValueOrDefault(one)
                : scope
                    .Errors.Where(error => !scope.Expected.Contains(error.Key))
                    .Sum(error => error.Value),
            scope.Requests
        );
}
