using System.Globalization;

namespace GatewayBench;

/// <summary>
/// Reads the <c>.hlog</c> text format as HdrHistogram's own tools and
/// <see cref="HistogramLogWriter"/> write it.
/// </summary>
/// <param name="reader">The log; not closed here.</param>
public sealed class HistogramLogReader(TextReader reader)
{
    private const string StartTimePrefix = "#[StartTime:";
    private const string BaseTimePrefix = "#[BaseTime:";
    private const string LegendPrefix = "\"StartTimestamp\"";
    private const string TagPrefix = "Tag=";
    private const decimal SecondsOfAYear = 365 * 24 * 3600;

    private decimal? _startTime;
    private decimal? _baseTime;
    private int _lineNumber;

    /// <summary>
    /// Reads on, interval by interval, to the end of the log. Intervals before a damaged line are
    /// given before it is told of.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is cut off, damaged or something else; the
    /// message gives its number and what is wrong with it.</exception>
    public IEnumerable<HistogramLogInterval> ReadHistograms()
    {
        while (reader.ReadLine() is { } line)
        {
            _lineNumber++;
            if (line.StartsWith('#'))
            {
                ReadComment(line);
            }
            else if (
                !string.IsNullOrWhiteSpace(line)
                && !line.StartsWith(LegendPrefix, StringComparison.Ordinal)
            )
            {
                yield return ReadInterval(line);
            }
        }
    }

    private void ReadComment(string line)
    {
        if (line.StartsWith(StartTimePrefix, StringComparison.Ordinal))
        {
            _startTime = SecondsSinceEpoch(line[StartTimePrefix.Length..]);
        }
        else if (line.StartsWith(BaseTimePrefix, StringComparison.Ordinal))
        {
            _baseTime = SecondsSinceEpoch(line[BaseTimePrefix.Length..]);
        }
    }

    private decimal SecondsSinceEpoch(string comment) =>
        Number(comment.TrimStart().Split(' ', ']')[0], "time in seconds");

    private HistogramLogInterval ReadInterval(string line)
    {
        string? tag = null;
        var fields = line.Split(',', StringSplitOptions.TrimEntries).AsSpan();
        if (fields[0].StartsWith(TagPrefix, StringComparison.Ordinal))
        {
            tag = fields[0][TagPrefix.Length..];
            fields = fields[1..];
        }
        if (fields.Length != 4)
        {
            throw Damaged($"{fields.Length} fields where start, length, max and histogram belong");
        }
        var start = Number(fields[0], "start");
        var length = Number(fields[1], "length");
        try
        {
            return new(
                DateTimeOffset.UnixEpoch.AddTicks(Ticks(start + BaseTimeFor(start))),
                TimeSpan.FromTicks(Ticks(length)),
                HistogramEncoding.DecodeFromBase64(fields[3]),
                tag
            );
        }
        catch (Exception e)
            when (e is InvalidDataException or ArgumentOutOfRangeException or OverflowException)
        {
            throw Damaged(e.Message, e);
        }
    }

    /// <summary>
    /// Where no base time is given, the reference takes starts as offsets from the start time if they
    /// are over a year before it, and as seconds since the epoch otherwise.
    /// </summary>
    private decimal BaseTimeFor(decimal start)
    {
        _startTime ??= start;
        _baseTime ??= start < _startTime - SecondsOfAYear ? _startTime : 0;
        return _baseTime.Value;
    }

    private static long Ticks(decimal seconds) => (long)(seconds * TimeSpan.TicksPerSecond);

    private decimal Number(string text, string meaning) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Damaged($"'{text}' is not a {meaning}");

    private InvalidDataException Damaged(string what, Exception? cause = null) =>
        new($"Line {_lineNumber} of the histogram log: {what}", cause);
}
