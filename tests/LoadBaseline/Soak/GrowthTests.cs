namespace GatewayBench.LoadBaseline;

public sealed class GrowthTests
{
    private const double Heap = 60e6;

    /// <summary>MB of live objects that come with each sample of 15 s: 240 of them are an hour.</summary>
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(-1, -240, false)]
    [InlineData(0.06, 14.4, false)]
    [InlineData(0.07, 16.8, true)]
    [InlineData(1, 240, true)]
    public void The_slope_is_judged_per_hour(double perSample, double perHour, bool hasGrown)
    {
        var heap = HeapOf(Samples(40, i => Heap + i * perSample * 1e6));

        Assert.Equal(perHour, heap.PerHour!.Value, precision: 6);
        Assert.Equal(hasGrown, heap.HasGrown);
    }

    [Fact]
    public void What_fills_at_first_is_no_growth() =>
        Assert.False(HeapOf(Samples(40, i => Heap + Math.Min(i, 7) * 20e6)).HasGrown);

    [Fact]
    public void Some_samples_that_are_far_off_are_no_growth()
    {
        var random = new Random(42);

        var heap = HeapOf(
            Samples(40, i => Heap + (i % 5 == 4 ? i * 10e6 : 0) + random.NextDouble() * 1e5)
        );

        Assert.False(heap.HasGrown, $"{heap}");
    }

    [Fact]
    public void A_leak_is_seen_through_noise_that_is_larger_than_it()
    {
        var random = new Random(42);

        // 36 MB an hour are 0.15 MB a sample.
        var heap = HeapOf(Samples(40, i => Heap + i * 0.15e6 + random.NextDouble() * 1e6));

        Assert.True(heap.HasGrown, $"{heap}");
    }

    [Fact]
    public void Of_too_short_a_time_nothing_is_said()
    {
        var heap = HeapOf(Samples(20, i => Heap + i * 1e9));

        Assert.Null(heap.PerHour);
        Assert.False(heap.HasGrown);
        Assert.Equal("live heap, MB: 4,060.0 to 20,060.0, growth not judged: too short", $"{heap}");
    }

    [Fact]
    public void Each_thing_has_a_limit_of_its_own()
    {
        GrowthSample[] samples =
        [
            .. Enumerable
                .Range(1, 40)
                .Select(i => new GrowthSample(
                    TimeSpan.FromSeconds(15 * i),
                    Heap,
                    Heap + i * 1e6,
                    100 + i
                )),
        ];

        Assert.Equal(
            [
                "live heap, MB: 60.0 to 60.0, 0.0 an hour, at most +16.0",
                "resident, MB: 68.0 to 100.0, +240.0 an hour, at most +128.0",
                "descriptors: 108.0 to 140.0, +240.0 an hour, at most +30.0",
            ],
            Growth.Of(samples).Select(figure => $"{figure}")
        );
    }

    [Fact]
    public void Where_nobody_tells_the_descriptors_they_are_left_out() =>
        Assert.Equal(2, Growth.Of([new GrowthSample(TimeSpan.Zero, Heap, Heap, null)]).Count);

    private static GrowthFigure HeapOf(IReadOnlyList<GrowthSample> samples) =>
        Growth.Of(samples)[0];

    private static GrowthSample[] Samples(int count, Func<int, double> heap) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => new GrowthSample(TimeSpan.FromSeconds(15 * i), heap(i), Heap, 100)),
        ];
}
