namespace GatewayBench;

/// <summary>The figures that an SLO is judged by: those of a row, or of a part of one.</summary>
internal sealed record SloScope(
    SloShape Shape,
    long Successes,
    double? SuccessesPerSecond,
    IReadOnlyDictionary<Outcome, long> Errors,
    IReadOnlyList<Outcome> Expected,
    long Unsent,
    LongHistogram Latency,
    LongHistogram ServiceTime,
    StreamResult? Streams,
    IReadOnlyList<MetricResult> Metrics
)
{
    public static SloScope Of(RowResult row) =>
        new(
            SloShape.Of(row),
            row.Successes,
            row.MeasuredSeconds > 0 ? row.SuccessesPerSecond : null,
            row.Errors,
            row.Expected,
            row.Open?.Unsent ?? 0,
            row.Latency,
            row.ServiceTime,
            row.Streams,
            row.Metrics
        );

    public static SloScope Of(PartResult part, RowResult row) =>
        new(
            SloShape.Of(part),
            part.Successes,
            row.MeasuredSeconds > 0 ? part.SuccessesInTime / row.MeasuredSeconds : null,
            part.Errors,
            row.Expected,
            Unsent: 0,
            part.Latency,
            part.ServiceTime,
            part.Streams,
            part.Metrics
        );

    /// <param name="stage">What was measured.</param>
    /// <param name="shape">Of the row.</param>
    /// <param name="expected">The errors that the row is out to provoke.</param>
    public static SloScope Of(StageResult stage, SloShape shape, IReadOnlyList<Outcome> expected) =>
        new(
            shape,
            stage.Successes,
            stage.SuccessesPerSecond,
            stage.Errors,
            expected,
            Unsent: 0,
            stage.Latency,
            stage.ServiceTime,
            stage.Streams,
            Metrics: []
        );

    /// <summary>What a row did in one of its stages.</summary>
    public SloScope In(StageResult stage) => Of(stage, Shape, Expected);

    public long Requests => Successes + Errors.Values.Sum();
}
