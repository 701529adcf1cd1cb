namespace GatewayBench.Tests.Loads;

public sealed class EvenPacerTests
{
    [Theory]
    [InlineData(200, 10, 2_000)]
    [InlineData(3, 10, 30)]
    [InlineData(0.7, 10, 7)]
    [InlineData(333.3, 7, 2_334)]
    [InlineData(1_000_000, 0.5, 500_000)]
    public void Hit_n_starts_at_n_over_rate(double perSecond, double seconds, int count)
    {
        var times = Walk.All(Load.Constant(perSecond, TimeSpan.FromSeconds(seconds)));

        Assert.Equal(count, times.Count);
        for (var n = 0; n < count; n++)
        {
            var exact = n * (decimal)TimeSpan.TicksPerSecond / (decimal)perSecond;
            Assert.InRange(times[n].Ticks - exact, -0.501m, 0.501m);
        }
    }

    [Fact]
    public void After_a_day_at_an_uneven_rate_a_hit_is_still_exact()
    {
        var pacer = Load.Constant(333_333, TimeSpan.FromDays(2)).NewPacer(seed: 1);
        const long Hits = 333_333L * 86_400 + 1;

        var next = pacer.Next(TimeSpan.FromDays(1), Hits);

        Assert.Equal(TimeSpan.FromDays(1) + TimeSpan.FromTicks(30), next);
    }

    [Fact]
    public void A_hit_at_the_end_does_not_belong_to_the_schedule()
    {
        var pacer = Load.Constant(10, "1s").NewPacer(seed: 1);

        Assert.Equal(TimeSpan.FromSeconds(0.9), pacer.Next(TimeSpan.FromSeconds(0.8), 9));
        Assert.Null(pacer.Next(TimeSpan.FromSeconds(0.9), 10));
        Assert.Null(pacer.Next(TimeSpan.FromSeconds(0.9), 11));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(100, 0)]
    [InlineData(10, 500)]
    [InlineData(500, 499.9)]
    public void A_ramp_follows_the_root_of_its_area(double from, double to)
    {
        const double Seconds = 20;
        var times = Walk.All(Load.Ramp(from, to, TimeSpan.FromSeconds(Seconds)));

        Assert.Equal((int)Math.Ceiling((from + to) / 2 * Seconds), times.Count);
        for (var n = 0; n < times.Count; n++)
        {
            // from t + (to - from) t^2 / (2 D) = n, solved for t.
            var slope = (to - from) / Seconds;
            var exact = (-from + Math.Sqrt(from * from + 2 * slope * n)) / slope;
            Assert.Equal(exact, times[n].TotalSeconds, 6e-7);
        }
    }

    [Fact]
    public void Stages_join_without_a_gap_or_a_burst()
    {
        // 100 hits up to 2 s, 100 more up to 3 s, 50 more up to 4 s.
        var load = Load.Stages(0, new(100, "2s"), new(100, "1s"), new(0, "1s"));

        var times = Walk.All(load);

        Assert.Equal(250, load.Offered);
        Assert.Equal(250, times.Count);
        Assert.Equal(TimeSpan.FromSeconds(2), times[100]);
        Assert.Equal(TimeSpan.FromSeconds(2.5), times[150]);
        Assert.Equal(TimeSpan.FromSeconds(3), times[200]);
        var around = Walk.Gaps(times)[95..206];
        Assert.All(around, gap => Assert.InRange(gap, 0.0099, 0.0106));
    }

    [Fact]
    public void A_stage_without_length_is_a_jump()
    {
        var times = Walk.All(Load.Stages(10, new(10, "1s"), new(1000, "0s"), new(1000, "1s")));

        Assert.Equal(1_010, times.Count);
        Assert.Equal(TimeSpan.FromSeconds(0.9), times[9]);
        Assert.Equal(TimeSpan.FromSeconds(1), times[10]);
        Assert.Equal(TimeSpan.FromMilliseconds(1_001), times[11]);
    }

    [Fact]
    public void Nothing_starts_while_the_rate_is_zero()
    {
        var load = Load.Stages(10, new(10, "1s"), new(0, "0s"), new(0, "5s"), new(10, "1s"));

        var times = Walk.All(load);

        Assert.Equal(15, times.Count);
        Assert.DoesNotContain(times, t => t.TotalSeconds is > 0.95 and < 6);
        Assert.Equal(TimeSpan.FromSeconds(6), times[10]);
    }
}
