using System.Globalization;
using System.Text;

namespace GatewayBench;

/// <summary>One <c>.hlog</c> per row, for HdrHistogram's own tools: successes and failures as two tags.</summary>
internal static class HistogramLogs
{
    public static void Write(LoadResult result, string folder)
    {
        foreach (var row in result.Rows)
        {
            using var file = new StreamWriter(
                Path.Combine(folder, FileName(row)),
                append: false,
                new UTF8Encoding(false)
            );
            var log = new HistogramLogWriter(file, result.StartedAt);
            var length = TimeSpan.FromSeconds(row.MeasuredSeconds);
            log.Append(new(result.StartedAt, length, row.Latency, "successes"));
            log.Append(new(result.StartedAt, length, row.FailureLatency, "failures"));
        }
    }

    private static string FileName(RowResult row)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{row.Name}-{row.Users}");
        return string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')) + ".hlog";
    }
}
