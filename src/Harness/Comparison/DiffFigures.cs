namespace GatewayBench;

/// <summary>What a row, or a part of one, is compared by.</summary>
/// <param name="SuccessesPerSecond">Null where nothing was loaded.</param>
/// <param name="ErrorShare">Null without requests.</param>
/// <param name="CpuMicroseconds">A request; null for parts, and where it is not known.</param>
/// <param name="AllocatedBytes">A request; null likewise.</param>
/// <param name="Latency">Of successes.</param>
/// <param name="Streams">Null without streams.</param>
internal sealed record DiffFigures(
    double? SuccessesPerSecond,
    double? ErrorShare,
    double? CpuMicroseconds,
    double? AllocatedBytes,
    LongHistogram Latency,
    StreamResult? Streams
)
{
    public static DiffFigures Of(RowResult row) =>
        new(
            row.MeasuredSeconds > 0 ? row.SuccessesPerSecond : null,
            Share(row.Errors, row.Requests),
            row.CpuMicrosecondsPerRequest,
            row.AllocatedBytesPerRequest,
            row.Latency,
            row.Streams
        );

    public static DiffFigures Of(PartResult part, RowResult row) =>
        new(
            row.MeasuredSeconds > 0 ? part.SuccessesInTime / row.MeasuredSeconds : null,
            Share(part.Errors, part.Requests),
            CpuMicroseconds: null,
            AllocatedBytes: null,
            part.Latency,
            part.Streams
        );

    private static double? Share(IReadOnlyDictionary<Outcome, long> errors, long requests) =>
        requests > 0 ? (double)errors.Values.Sum() / requests : null;
}
