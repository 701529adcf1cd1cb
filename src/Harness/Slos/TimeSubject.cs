namespace GatewayBench;

/// <summary>A percentile, or the largest, of times.</summary>
/// <param name="Series">Which times.</param>
/// <param name="Value">Which of them.</param>
internal sealed record TimeSubject(TimeSeries Series, PercentileOf Value) : SloSubject
{
    private const double MicrosecondsPerNanosecond = 1e-3;

    public override SloUnit Unit => SloUnit.Microseconds;

    public override bool IsOfTime => true;

    public override bool IsOf(SloShape shape) =>
        shape.HasStreams || Series is TimeSeries.Latency or TimeSeries.ServiceTime;

    public override SloFigure Read(SloScope scope) =>
        Value.Read(
            Series switch
            {
                TimeSeries.FirstToken => scope.Streams!.TimeToFirstToken,
                TimeSeries.TokenGap => scope.Streams!.TokenGaps,
                TimeSeries.ServiceTime => scope.ServiceTime,
                _ => scope.Latency,
            },
            MicrosecondsPerNanosecond
        );

    public override string Missing(IEnumerable<SloShape> shapes) =>
        "only streams have it, and there is none";
}
