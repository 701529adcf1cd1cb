namespace GatewayBench.Tests.Verdicts;

public sealed class NoiseCalibrationTests
{
    private static readonly double[] Even =
    [
        .. Enumerable.Range(1, 10).SelectMany(i => new[] { 0.01 * i, -0.01 * i }),
    ];

    [Fact]
    public void Sigma_is_the_standard_deviation_of_the_pairs()
    {
        double[] eight = [2, 4, 4, 4, 5, 5, 7, 9];

        var calibration = NoiseCalibration.Of(PairedMetric.Rate, eight);

        // 32 over 7 degrees of freedom, whose quantiles are 1.689869 and 16.012764.
        Assert.Equal(Math.Sqrt(32 / 7.0), calibration.Sigma, tolerance: 1e-12);
        Assert.Equal(Math.Sqrt(32 / 16.012764), calibration.SigmaInterval.Low, tolerance: 1e-6);
        Assert.Equal(Math.Sqrt(32 / 1.689869), calibration.SigmaInterval.High, tolerance: 1e-6);
    }

    [Fact]
    public void Pairs_that_lean_to_neither_side_allow_verdicts()
    {
        var calibration = NoiseCalibration.Of(PairedMetric.Rate, Even);

        Assert.Null(calibration.Refusal);
        Assert.Equal(1, calibration.Chance);
        Assert.Equal(1, calibration.Ratio.Ratio, tolerance: 1e-12);
        Assert.Equal(20, calibration.Pairs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Pairs_that_lean_to_one_side_refuse_them(int side)
    {
        double[] leaning = [.. Even.Select(value => side * (value + 0.08))];

        var refusal = NoiseCalibration.Of(PairedMetric.Rate, leaning).Refusal;

        Assert.Matches(
            @"^The same build against itself came out at (1\.08|0\.92)\d+ of its own figure over 20 pairs, "
                + @"which chance explains with p = 0\.00\d\d; allowed: above 0\.01\.$",
            refusal
        );
    }

    [Fact]
    public void A_lean_within_the_tolerance_refuses_nothing()
    {
        double[] leaning = [.. Enumerable.Repeat(0.0006, 20)];

        Assert.Null(NoiseCalibration.Of(PairedMetric.Allocations, leaning).Refusal);
        Assert.NotNull(NoiseCalibration.Of(PairedMetric.Cpu, leaning).Refusal);
    }

    [Fact]
    public void The_least_pairs_are_just_enough_to_refuse()
    {
        double[] up = [.. Enumerable.Range(1, NoiseCalibration.LeastPairs).Select(i => 0.1 * i)];

        Assert.NotNull(NoiseCalibration.Of(PairedMetric.Rate, up).Refusal);
        Assert.StartsWith(
            "A/A has 7 pairs of OK/s; allowed: 8 or more.",
            Assert
                .Throws<ArgumentException>(() =>
                    NoiseCalibration.Of(PairedMetric.Rate, up.AsSpan(1))
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_sound_machine_is_refused_as_rarely_as_stated()
    {
        var draws = new Random(3);
        var refused = Enumerable
            .Range(0, 4_000)
            .Count(_ =>
            {
                double[] pairs = [.. Enumerable.Range(0, 30).Select(_ => draws.NextDouble() - 0.5)];
                return NoiseCalibration.Of(PairedMetric.Rate, pairs).Refusal is not null;
            });

        Assert.InRange(refused / 4_000.0, 0.005, NoiseCalibration.Alpha + 0.004);
    }
}
