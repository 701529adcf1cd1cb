namespace GatewayBench.HarnessTests.Recording;

public sealed class HistogramLogTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);

    [Fact]
    public void A_log_is_a_header_and_a_line_per_interval()
    {
        var interval = Interval(1500, 5_250_000);

        var lines = Write(1_000_000, interval, interval with { Tag = "GET_/health" }).Split('\n');

        Assert.Equal(
            [
                "#[Histogram log format version 1.3]",
                "#[StartTime: 1772600767.089 (seconds since epoch), Wed Mar 04 05:06:07 UTC 2026]",
                "#[BaseTime: 1772600767.089 (seconds since epoch)]",
                "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",\"Interval_Compressed_Histogram\"",
                $"1.500,1.000,5.251,{interval.Histogram.EncodeIntoBase64()}",
                $"Tag=GET_/health,1.500,1.000,5.251,{interval.Histogram.EncodeIntoBase64()}",
                "",
            ],
            lines
        );
    }

    [Fact]
    public void What_was_written_is_read()
    {
        HistogramLogInterval[] written =
        [
            Interval(0, 1),
            Interval(1000, 77) with
            {
                Tag = "chat",
            },
            Interval(2000, 3_000_000_000) with
            {
                Length = TimeSpan.FromMilliseconds(1),
            },
        ];

        var read = Read(Write(1000, written));

        Assert.Equal(written.Select(i => (i.Start, i.Length, i.Tag)), Times(read));
        foreach (var (before, after) in written.Zip(read))
        {
            Assert.True(after.Histogram.HasSameContentsAs(before.Histogram));
        }
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a,b")]
    [InlineData("a\nb")]
    [InlineData("\r")]
    public void A_tag_that_would_break_the_line_is_refused(string tag) =>
        Assert.Throws<ArgumentException>(() => Write(1, Interval(0, 1) with { Tag = tag }));

    [Theory]
    [InlineData("#[StartTime: 1772600767.089 (seconds since epoch), x]\n1.5,1.0,0.0,", 1.5)]
    [InlineData("#[StartTime: 1772600767.089 (seconds since epoch), x]\n1772600769.089,1,0,", 2)]
    [InlineData("#[BaseTime: 1772600767.089 (seconds since epoch)]\n3.25,1,0,", 3.25)]
    [InlineData("1772600767.589,1,0,", 0.5)]
    public void Starts_may_be_offsets_or_times(string log, double secondsAfterStart)
    {
        var read = Read(log + Interval(0, 1).Histogram.EncodeIntoBase64());

        Assert.Equal(_start.AddSeconds(secondsAfterStart), Assert.Single(read).Start);
    }

    [Theory]
    [InlineData("1.0,1.0,1.0", "Line 2", "3 fields")]
    [InlineData("1.0,1.0,1.0,x,y", "Line 2", "5 fields")]
    [InlineData("soon,1.0,1.0,HISTFAA", "Line 2", "'soon' is not a start")]
    [InlineData("1.0,,1.0,HISTFAA", "Line 2", "'' is not a length")]
    [InlineData("1.0,1.0,1.0,HISTFAA", "Line 2", "base64")]
    [InlineData("1.0,1.0,1.0,HISTFAAA", "Line 2", "too few")]
    [InlineData("1e20,1.0,1.0,HISTFAAA", "Line 2", "")]
    [InlineData("79228162514264337593543950335,1.0,1.0,HISTFAAA", "Line 2", "")]
    [InlineData("#[StartTime: noon]", "Line 2", "'noon' is not a time")]
    [InlineData("Tag=", "Line 2", "0 fields")]
    public void A_damaged_line_is_told_by_its_number(string line, string number, string reason)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => Read("# a log\n" + line));

        Assert.Contains(number, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_before_the_cut_of_a_crash_are_read()
    {
        var log = Write(1, Interval(0, 1), Interval(1000, 2));
        using var reader = new StringReader(log[..^10]);
        using var intervals = new HistogramLogReader(reader).ReadHistograms().GetEnumerator();

        Assert.True(intervals.MoveNext());
        Assert.Equal(_start, intervals.Current.Start);
        Assert.Throws<InvalidDataException>(() => intervals.MoveNext());
    }

    private static HistogramLogInterval Interval(int startMilliseconds, long value)
    {
        var histogram = new LongHistogram(1, 3_600_000_000, 3);
        histogram.RecordValue(value);
        return new(_start.AddMilliseconds(startMilliseconds), TimeSpan.FromSeconds(1), histogram);
    }

    private static string Write(double ratio, params HistogramLogInterval[] intervals)
    {
        using var text = new StringWriter();
        var log = new HistogramLogWriter(text, _start, ratio);
        foreach (var interval in intervals)
        {
            log.Append(interval);
        }
        return text.ToString();
    }

    private static List<HistogramLogInterval> Read(string log)
    {
        using var reader = new StringReader(log);
        return [.. new HistogramLogReader(reader).ReadHistograms()];
    }

    private static IEnumerable<(DateTimeOffset, TimeSpan, string?)> Times(
        IEnumerable<HistogramLogInterval> intervals
    ) => intervals.Select(i => (i.Start, i.Length, i.Tag));
}
