using System.Globalization;

namespace GatewayBench;

/// <summary>The histograms of a row, or of a part of one, under the names that files of them have.</summary>
/// <param name="FileName">Without an extension.</param>
/// <param name="Row">The row.</param>
/// <param name="All">Each with what it counts.</param>
internal sealed record RowHistograms(
    string FileName,
    RowResult Row,
    IReadOnlyList<(string Tag, LongHistogram Histogram)> All
)
{
    public static IEnumerable<RowHistograms> Of(LoadResult result)
    {
        foreach (var (number, row) in result.Rows.Index())
        {
            var name = NameOf(number, row);
            yield return new RowHistograms(
                name,
                row,
                Tagged(
                    row.Latency,
                    row.FailureLatency,
                    row.ServiceTime,
                    row.FailureServiceTime,
                    row.Streams
                )
            );
            foreach (var (index, part) in PartLines.Flat(row.Parts).Index())
            {
                yield return new RowHistograms(
                    $"{name}-{Number(index)}-{FileNames.Of(part.Name)}",
                    row,
                    Tagged(
                        part.Latency,
                        part.FailureLatency,
                        part.ServiceTime,
                        part.FailureServiceTime,
                        part.Streams
                    )
                );
            }
        }
    }

    private static (string, LongHistogram)[] Tagged(
        LongHistogram latency,
        LongHistogram failureLatency,
        LongHistogram serviceTime,
        LongHistogram failureServiceTime,
        StreamResult? streams
    ) =>
        [
            ("successes", latency),
            ("failures", failureLatency),
            ("service-time-of-successes", serviceTime),
            ("service-time-of-failures", failureServiceTime),
            .. streams is null
                ? Array.Empty<(string, LongHistogram)>()
                :
                [
                    ("time-to-first-token", streams.TimeToFirstToken),
                    ("token-gaps", streams.TokenGaps),
                ],
        ];

    /// <summary>With the row's number: names that differ only in what files can't be called may not collide.</summary>
    private static string NameOf(int number, RowResult row) =>
        $"{Number(number)}-{FileNames.Of(row.Name)}-{FileNames.Of(row.Users is { } users ? $"{users}" : row.Load)}";

    private static string Number(int index) =>
        (index + 1).ToString("00", CultureInfo.InvariantCulture);
}
