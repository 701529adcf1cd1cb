namespace GatewayBench.Tests.Loads;

public sealed class TraceTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Arrivals_come_when_they_were_recorded()
    {
        var load = Read("# seconds", "0", "", "  0.25  ", "0.25", "+1.5", "12.3456789");

        Assert.Equal(
            [0, 2_500_000, 2_500_000, 15_000_000, 123_456_789],
            Walk.All(load).Select(t => t.Ticks)
        );
        Assert.Equal(5, load.Offered);
        Assert.Equal(TimeSpan.FromSeconds(13), load.Duration);
        Assert.Equal(5 / 13.0, load.WarmUpRate);
        Assert.False(load.IsSteady);
        Assert.Equal($"trace {Path.GetFileName(_file)}, 5 arrivals", load.Name);
    }

    [Fact]
    public void Of_instants_the_first_is_the_start()
    {
        var load = Read(
            "2026-03-01T23:59:59.5Z",
            "2026-03-01T23:59:59.75",
            "2026-03-02T01:00:01+01:00"
        );

        Assert.Equal([0, 2_500_000, 15_000_000], Walk.All(load).Select(t => t.Ticks));
    }

    [Theory]
    [InlineData(2, 5_000_000, 1)]
    [InlineData(0.5, 20_000_000, 3)]
    public void Speed_makes_it_faster(double speed, long ticks, int seconds)
    {
        File.WriteAllLines(_file, ["0", "1"]);

        var load = Load.Trace(_file, speed);

        Assert.Equal([0, ticks], Walk.All(load).Select(t => t.Ticks));
        Assert.Equal(TimeSpan.FromSeconds(seconds), load.Duration);
        Assert.EndsWith(FormattableString.Invariant($", {speed}x speed"), load.Name);
    }

    [Fact]
    public void It_lasts_to_the_end_of_the_second_of_its_last_arrival()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), Read("0").Duration);
        Assert.Equal(TimeSpan.FromSeconds(61), Read("0", "60").Duration);
        Assert.Equal(TimeSpan.FromSeconds(60), Read("0", "59.9999999").Duration);
    }

    [Theory]
    [InlineData("1", "0.5", "'0.5' is before the line above it")]
    [InlineData("# start", "-0.1", "'-0.1' is negative")]
    [InlineData("0", "soon", "'soon' is no timestamp")]
    [InlineData("0", "1,5", "'1,5' is no timestamp")]
    [InlineData("0", "1e3", "'1e3' is no timestamp")]
    [InlineData("0", "NaN", "'NaN' is no timestamp")]
    [InlineData("0", "2592000.1", "'2592000.1' is more than 30 days from the start")]
    [InlineData("0", "1767225600", "'1767225600' is more than 30 days from the start")]
    [InlineData("0", "79228162514264337593543950335", "is more than 30 days from the start")]
    [InlineData("0", "2026-03-01T00:00:00Z", "is not of the kind of the first timestamp")]
    [InlineData("2026-03-01T00:00:00Z", "3", "'3' is not of the kind of the first timestamp")]
    [InlineData("2026-03-01T00:00:00Z", "2026-02-28T23:59:59Z", "is before the line above it")]
    [InlineData("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", "is more than 30 days")]
    public void A_line_that_does_not_fit_is_named(string first, string second, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(first, second));

        Assert.StartsWith($"{_file}, line 2: ", error.Message);
        Assert.Contains(message, error.Message);
        Assert.Contains("; allowed: one timestamp in a line, ascending, ", error.Message);
    }

    [Fact]
    public void A_long_line_is_not_repeated_in_full()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(new string('x', 100_000)));

        Assert.InRange(error.Message.Length, 100, 500);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment")]
    public void A_file_without_a_timestamp_is_refused(string line)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(line));

        Assert.StartsWith($"{_file} holds no timestamp; allowed: ", error.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Load.Trace(_file + ".missing"));

        Assert.Contains(_file + ".missing", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_001)]
    [InlineData(double.NaN)]
    public void A_speed_out_of_range_is_refused(double speed)
    {
        File.WriteAllText(_file, "0");

        var error = Assert.Throws<ArgumentException>(() => Load.Trace(_file, speed));

        Assert.EndsWith("allowed: 0.001 to 1,000.", error.Message);
    }

    [Fact]
    public void It_has_arrivals_of_its_own()
    {
        var load = Read("0", "1");

        Assert.Throws<InvalidOperationException>(() => load.WithArrivals(Arrivals.Poisson));
    }

    private OpenLoad Read(params string[] lines)
    {
        File.WriteAllLines(_file, lines);
        return Load.Trace(_file);
    }
}
