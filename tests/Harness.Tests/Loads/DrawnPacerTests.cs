using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace GatewayBench.Tests.Loads;

public sealed class DrawnPacerTests
{
    private const double PerSecond = 1_000;

    [Theory]
    [InlineData(1)]
    [InlineData(0.05)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(4)]
    [InlineData(100)]
    public void Gaps_have_the_mean_and_the_variance_of_their_distribution(double burstiness)
    {
        var gaps = Sample(Load.Gamma(PerSecond, burstiness, "400s"), 200_000);

        var mean = gaps.Average();
        var squares = gaps.Select(g => (g - 1) * (g - 1)).ToArray();
        var variance = squares.Average();
        var squaresDeviation = Math.Sqrt(squares.Average(s => (s - variance) * (s - variance)));
        var root = Math.Sqrt(gaps.Length);
        Assert.Equal(1, mean, 5 / Math.Sqrt(burstiness) / root);
        Assert.Equal(1 / burstiness, variance, 5 * squaresDeviation / root);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public void Gaps_are_distributed_as_gamma(double burstiness)
    {
        // Not by way of a schedule: at 0.05 a third of the gaps is shorter than a tick.
        var arrivals = new GammaArrivals(burstiness);
        var gaps = Enumerable
            .Range(0, 20_000)
            .Select(n => arrivals.Gap(SplitMix64.At(42, (ulong)n)))
            .ToArray();

        Assert.InRange(KolmogorovSmirnov(gaps, GammaShare(burstiness, burstiness)), 0, 1.95);
        Assert.InRange(
            KolmogorovSmirnov(gaps, GammaShare(burstiness * 1.1, burstiness)),
            1.95,
            200
        );
    }

    [Fact]
    public void Gaps_of_a_poisson_load_are_exponential()
    {
        var gaps = Sample(Load.Poisson(PerSecond, "100s"), 50_000);

        Assert.InRange(KolmogorovSmirnov(gaps, new Exponential(1).CumulativeDistribution), 0, 1.95);
        Assert.InRange(
            KolmogorovSmirnov(gaps, new Exponential(1.05).CumulativeDistribution),
            1.95,
            200
        );
    }

    [Fact]
    public void Neighbouring_gaps_are_not_correlated()
    {
        var gaps = Sample(Load.Poisson(PerSecond, "300s"), 200_000);

        var products = gaps.Zip(gaps.Skip(1), (a, b) => (a - 1) * (b - 1)).Average();

        Assert.InRange(products * Math.Sqrt(gaps.Length), -5, 5);
    }

    [Fact]
    public void Roundings_do_not_add_up_though_gaps_are_a_few_ticks_long()
    {
        const int Hits = 1_000_000;
        const double TicksPerHit = 10;
        var arrivals = new PoissonArrivals();
        var pacer = new DrawnPacer(RateProfile.Endless(1_000_000), arrivals, seed: 3);

        var last = Walk.All(pacer, Hits)[^1];

        var exact = Enumerable
            .Range(0, Hits)
            .Sum(n => TicksPerHit * arrivals.Gap(SplitMix64.At(3, (ulong)n)));
        // A rounding up or down is off by half a tick at most. To the nearest tick each gap would be
        // 0.004 ticks short in the mean, 4,200 in all.
        Assert.Equal(exact, last.Ticks, 5 * 0.5 * Math.Sqrt(Hits));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(10)]
    public void A_ramp_has_its_share_of_hits_in_each_tenth(double burstiness)
    {
        var load = Load.Ramp(100, 2_000, "100s").WithArrivals(Arrivals.Gamma(burstiness));

        var perTenth = Walk.All(load).CountBy(t => (int)(t.TotalSeconds / 10)).ToDictionary();

        for (var tenth = 0; tenth < 10; tenth++)
        {
            var rateInTheMiddle = 100 + 1_900 * (tenth + 0.5) / 10;
            var expected = rateInTheMiddle * 10;
            // 2 hits more for the edges, where renewals differ from a Poisson process.
            var tolerance = 5 * Math.Sqrt(expected / burstiness) + 2;
            Assert.InRange(perTenth[tenth], expected - tolerance, expected + tolerance);
        }
    }

    [Fact]
    public void The_first_hit_comes_after_the_first_gap()
    {
        var firsts = Enumerable
            .Range(0, 4_000)
            .Select(s => Load.Poisson(1, "100s").NewPacer((ulong)s).Next(TimeSpan.Zero, 0))
            .Select(first => first!.Value.TotalSeconds)
            .ToArray();

        Assert.InRange(
            KolmogorovSmirnov(firsts, new Exponential(1).CumulativeDistribution),
            0,
            1.95
        );
    }

    [Fact]
    public void Gaps_do_not_repeat_the_delays_of_a_provider_with_the_same_seed()
    {
        var gaps = Sample(Load.Poisson(PerSecond, "100s"), 50_000);
        var uniforms = Enumerable
            .Range(0, gaps.Length)
            .Select(n => SplitMix64.UniformAt(42, (ulong)n));

        var covariance = gaps.Zip(uniforms, (gap, u) => (gap - 1) * (u - 0.5)).Average();

        Assert.InRange(covariance * Math.Sqrt(12 * gaps.Length), -5, 5);
    }

    /// <summary>Gaps in hits: times the rate.</summary>
    private static double[] Sample(OpenLoad load, int count)
    {
        var times = Walk.All(load.NewPacer(seed: 42), count);
        Assert.Equal(count, times.Count);
        var rate = load.Offered / load.Duration.TotalSeconds;
        return [.. Walk.Gaps(times).Select(gap => gap * rate)];
    }

    private static Func<double, double> GammaShare(double shape, double rate) =>
        x =>
            // MathNet calls 1e-15 zero, but a sixth of the gaps at 0.05 is below: there the first
            // term of the series is exact to all digits.
            rate * x
            < 1e-14
                ? Math.Pow(rate * x, shape) / SpecialFunctions.Gamma(shape + 1)
                : Gamma.CDF(shape, rate, x);

    /// <summary>
    /// The largest distance between sample and distribution, times the root of the sample's size.
    /// By chance it is above 1.95 once in a thousand samples, and these are always the same.
    /// </summary>
    private static double KolmogorovSmirnov(double[] sample, Func<double, double> shareBelow)
    {
        var sorted = sample.Order().ToArray();
        var n = sorted.Length;
        var distance = sorted
            .Select((x, i) => (At: shareBelow(x), i))
            .Max(p => Math.Max(p.At - (double)p.i / n, (p.i + 1.0) / n - p.At));
        return distance * Math.Sqrt(n);
    }
}
