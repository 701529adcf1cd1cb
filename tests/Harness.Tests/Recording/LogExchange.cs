using System.Globalization;
using GatewayBench.HarnessTests.Oracles;

namespace GatewayBench.HarnessTests.Recording;

/// <summary>Logs that cross over between ours and another implementation.</summary>
public abstract class LogExchange(LineOracle oracle) : IDisposable
{
    private static readonly DateTimeOffset _start = new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hdr-log-");

    [Fact]
    public async Task Ours_is_read_by_the_other()
    {
        var written = Intervals();
        var file = WriteOurs(written);

        var read = (await oracle.AskAsync("readLog", file)).Split(' ');

        AssertSame(written, [.. read.Select(Parse)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_others_is_read_by_ours(bool withBaseTime)
    {
        var written = Intervals();
        var file = PathOf("theirs.hlog");
        await oracle.AskAsync([
            "writeLog",
            file,
            Milliseconds(_start),
            withBaseTime ? Milliseconds(_start) : "0",
            .. written.Select(i =>
                $"{i.Tag ?? "-"}|{Milliseconds(i.Start)}|{Milliseconds(i.Start + i.Length)}|"
                + i.Histogram.EncodeIntoBase64()
            ),
        ]);

        using var reader = new StreamReader(file);
        AssertSame(written, [.. new HistogramLogReader(reader).ReadHistograms()]);
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string PathOf(string file) => Path.Combine(_folder.FullName, file);

    protected string WriteOurs(List<HistogramLogInterval> intervals)
    {
        var file = PathOf("ours.hlog");
        using var writer = new StreamWriter(file);
        var log = new HistogramLogWriter(writer, _start);
        intervals.ForEach(log.Append);
        return file;
    }

    protected static List<HistogramLogInterval> Intervals()
    {
        var random = new Random(1);
        return
        [
            .. Enumerable
                .Range(0, 10)
                .Select(second =>
                {
                    var histogram = new LongHistogram(1, 3_600_000_000_000, 3);
                    for (var i = 0; i < 1000 * second; i++)
                    {
                        histogram.RecordValue(random.NextInt64(1L << random.Next(10, 40)));
                    }
                    return new HistogramLogInterval(
                        _start.AddSeconds(second),
                        TimeSpan.FromMilliseconds(1000 + random.Next(10)),
                        histogram,
                        second % 3 == 0 ? null : "row" + second
                    );
                }),
        ];
    }

    private static HistogramLogInterval Parse(string interval)
    {
        var parts = interval.Split('|');
        var (start, end) = (Time(parts[1]), Time(parts[2]));
        return new(
            start,
            end - start,
            HistogramEncoding.DecodeFromBase64(parts[3]),
            parts[0] == "-" ? null : parts[0]
        );
    }

    private static void AssertSame(
        List<HistogramLogInterval> written,
        List<HistogramLogInterval> read
    )
    {
        Assert.Equal(written.Select(i => i.Tag), read.Select(i => i.Tag));
        foreach (var (ours, theirs) in written.Zip(read))
        {
            // The others go by way of doubles, and cut off or round.
            Assert.Equal(0, (ours.Start - theirs.Start).TotalMilliseconds, tolerance: 1);
            Assert.Equal(0, (ours.Length - theirs.Length).TotalMilliseconds, tolerance: 1);
            Assert.True(ours.Histogram.HasSameContentsAs(theirs.Histogram));
        }
    }

    private static string Milliseconds(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(milliseconds, CultureInfo.InvariantCulture)
        );
}
