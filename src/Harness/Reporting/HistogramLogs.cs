using System.Globalization;
using System.Text;

namespace GatewayBench;

/// <summary>One <c>.hlog</c> per row, for HdrHistogram's own tools: successes and failures, latency and service time, and of streams their tokens as tags.</summary>
internal static class HistogramLogs
{
    public static void Write(LoadResult result, string folder)
    {
        foreach (var (number, row) in result.Rows.Index())
        {
            using var file = new StreamWriter(
                Path.Combine(folder, FileName(number, row)),
                append: false,
                new UTF8Encoding(false)
            );
            var log = new HistogramLogWriter(file, row.StartedAt);
            var length = TimeSpan.FromSeconds(row.MeasuredSeconds);
            log.Append(new(row.StartedAt, length, row.Latency, "successes"));
            log.Append(new(row.StartedAt, length, row.FailureLatency, "failures"));
            log.Append(new(row.StartedAt, length, row.ServiceTime, "service-time-of-successes"));
            log.Append(
                new(row.StartedAt, length, row.FailureServiceTime, "service-time-of-failures")
            );
            if (row.Streams is { } streams)
            {
                log.Append(
                    new(row.StartedAt, length, streams.TimeToFirstToken, "time-to-first-token")
                );
                log.Append(new(row.StartedAt, length, streams.TokenGaps, "token-gaps"));
            }
        }
    }

    /// <summary>With the row's number: names that differ only in what files can't be called may not collide.</summary>
    private static string FileName(int number, RowResult row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{number + 1:00}-{FileNames.Of(row.Name)}-{FileNames.Of(row.Users is { } users ? $"{users}" : row.Load)}.hlog"
        );
}
