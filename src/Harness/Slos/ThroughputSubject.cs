namespace GatewayBench;

/// <summary>Successes that ended in the measured time, a second: what reports show as OK/s.</summary>
internal sealed record ThroughputSubject : SloSubject
{
    public override SloUnit Unit => SloUnit.PerSecond;

    public override bool IsOfTime => true;

    public override SloFigure Read(SloScope scope) =>
        scope.SuccessesPerSecond is { } rate ? SloFigure.Of(rate) : SloFigure.None("not loaded");
}
