using System.Globalization;
using System.Text;

namespace GatewayBench;

/// <summary>
/// One <c>.hlog</c> per row and one per part of it, for HdrHistogram's own tools: successes and
/// failures, latency and service time, and of streams their tokens as tags.
/// </summary>
internal static class HistogramLogs
{
    public static void Write(LoadResult result, string folder)
    {
        foreach (var (number, row) in result.Rows.Index())
        {
            var name = NameOf(number, row);
            Write(
                Path.Combine(folder, $"{name}.hlog"),
                row,
                row.Latency,
                row.FailureLatency,
                row.ServiceTime,
                row.FailureServiceTime,
                row.Streams
            );
            foreach (var (index, part) in PartLines.Flat(row.Parts).Index())
            {
                Write(
                    Path.Combine(folder, $"{name}-{Number(index)}-{FileNames.Of(part.Name)}.hlog"),
                    row,
                    part.Latency,
                    part.FailureLatency,
                    part.ServiceTime,
                    part.FailureServiceTime,
                    part.Streams
                );
            }
        }
    }

    private static void Write(
        string path,
        RowResult row,
        LongHistogram latency,
        LongHistogram failureLatency,
        LongHistogram serviceTime,
        LongHistogram failureServiceTime,
        StreamResult? streams
    )
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        var log = new HistogramLogWriter(file, row.StartedAt);
        var length = TimeSpan.FromSeconds(row.MeasuredSeconds);
        log.Append(new(row.StartedAt, length, latency, "successes"));
        log.Append(new(row.StartedAt, length, failureLatency, "failures"));
        log.Append(new(row.StartedAt, length, serviceTime, "service-time-of-successes"));
        log.Append(new(row.StartedAt, length, failureServiceTime, "service-time-of-failures"));
        if (streams is not null)
        {
            log.Append(new(row.StartedAt, length, streams.TimeToFirstToken, "time-to-first-token"));
            log.Append(new(row.StartedAt, length, streams.TokenGaps, "token-gaps"));
        }
    }

    /// <summary>With the row's number: names that differ only in what files can't be called may not collide.</summary>
    private static string NameOf(int number, RowResult row) =>
        $"{Number(number)}-{FileNames.Of(row.Name)}-{FileNames.Of(row.Users is { } users ? $"{users}" : row.Load)}";

    private static string Number(int index) =>
        (index + 1).ToString("00", CultureInfo.InvariantCulture);
}
