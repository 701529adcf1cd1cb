using System.Buffers;
using System.Globalization;

namespace GatewayBench;

/// <summary>
/// Writes the <c>.hlog</c> text format, version 1.3, which HdrHistogram's own tools read: one line
/// per interval, with times in seconds since the start of the log. Writes of whole lines, so that
/// what was flushed before a crash can be read.
/// </summary>
public sealed class HistogramLogWriter
{
    private static readonly SearchValues<char> _separators = SearchValues.Create(", \r\n");
    private readonly TextWriter _writer;
    private readonly DateTimeOffset _startTime;
    private readonly double _maxValueUnitRatio;

    /// <summary>Begins a log: writes its version, start time and legend.</summary>
    /// <param name="writer">
    /// Where to; lines end in <c>\n</c>. It is neither flushed nor closed here.
    /// </param>
    /// <param name="startTime">When the log begins; kept to the millisecond.</param>
    /// <param name="maxValueUnitRatio">
    /// What an interval's largest value is divided by where a line shows it. The default shows
    /// nanoseconds as milliseconds; the histograms themselves are not scaled.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is not a positive number.</exception>
    public HistogramLogWriter(
        TextWriter writer,
        DateTimeOffset startTime,
        double maxValueUnitRatio = 1_000_000
    )
    {
        ArgumentNullException.ThrowIfNull(writer);
        ReferenceNumbers.ThrowIfNotARatio(maxValueUnitRatio);
        _writer = writer;
        // What the log says, so that the intervals' offsets lead back to their own times.
        _startTime = DateTimeOffset.FromUnixTimeMilliseconds(startTime.ToUnixTimeMilliseconds());
        _maxValueUnitRatio = maxValueUnitRatio;

        var seconds = Seconds(_startTime - DateTimeOffset.UnixEpoch);
        var date = _startTime.ToString(
            "ddd MMM dd HH:mm:ss 'UTC' yyyy",
            CultureInfo.InvariantCulture
        );
        _writer.Write("#[Histogram log format version 1.3]\n");
        _writer.Write($"#[StartTime: {seconds} (seconds since epoch), {date}]\n");
        _writer.Write($"#[BaseTime: {seconds} (seconds since epoch)]\n");
        _writer.Write(
            "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\","
                + "\"Interval_Compressed_Histogram\"\n"
        );
    }

    /// <summary>Writes one interval as one line.</summary>
    /// <exception cref="ArgumentException">The tag contains a comma, a space or a line break.</exception>
    public void Append(HistogramLogInterval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        if (interval.Tag.AsSpan().ContainsAny(_separators))
        {
            throw new ArgumentException(
                $"The tag '{interval.Tag}' contains a comma, a space or a line break.",
                nameof(interval)
            );
        }
        var tag = interval.Tag is null ? "" : $"Tag={interval.Tag},";
        var start = Seconds(interval.Start - _startTime);
        var length = Seconds(interval.Length);
        var max = ReferenceNumbers.Format(
            interval.Histogram.GetMaxValue() / _maxValueUnitRatio,
            decimals: 3
        );
        _writer.Write($"{tag}{start},{length},{max},{interval.Histogram.EncodeIntoBase64()}\n");
    }

    private static string Seconds(TimeSpan time) =>
        ((decimal)time.Ticks / TimeSpan.TicksPerSecond).ToString(
            "F3",
            CultureInfo.InvariantCulture
        );
}
