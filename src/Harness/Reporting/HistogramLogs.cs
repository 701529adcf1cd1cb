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
        foreach (var one in RowHistograms.Of(result))
        {
            using var text = new StringWriter();
            var log = new HistogramLogWriter(text, one.Row.StartedAt);
            var length = TimeSpan.FromSeconds(one.Row.MeasuredSeconds);
            foreach (var (tag, histogram) in one.All)
            {
                log.Append(new(one.Row.StartedAt, length, histogram, tag));
            }
            WholeFile.Write(
                Path.Combine(folder, $"{one.FileName}.hlog"),
                Encoding.UTF8.GetBytes(text.ToString())
            );
        }
    }
}
