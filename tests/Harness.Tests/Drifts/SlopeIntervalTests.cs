namespace GatewayBench.Tests.Drifts;

public sealed class SlopeIntervalTests
{
    [Fact]
    public void It_is_Sens_of_a_series_that_can_be_counted_by_hand()
    {
        // Five values have ten slopes; for n = 5 the spread is z * sqrt(5 * 4 * 15 / 18) = z * 4.08.
        DriftPoint[] points = [new(0, 0), new(1, 2), new(2, 3), new(3, 7), new(4, 8)];

        var half = SlopeInterval.Of(points, confidence: 0.5, inflation: 1);

        // Sorted: 1, 1, 1.5, 2, 2, 2, 2.33, 2.5, 2.5, 4. The spread is 2.75, so the third from both ends.
        Assert.Equal(2, half.Slope, tolerance: 1e-12);
        Assert.Equal(1.5, half.Low, tolerance: 1e-12);
        Assert.Equal(2.5, half.High, tolerance: 1e-12);
        var sure = SlopeInterval.Of(points, confidence: 0.99, inflation: 1);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (sure.Low, sure.High));
    }

    [Fact]
    public void What_strays_far_does_not_move_it()
    {
        var random = new Random(2);
        DriftPoint[] points =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(i => new DriftPoint(
                    i,
                    3 * i + random.NextDouble() + (i % 9 == 0 ? 10_000 : 0)
                )),
        ];

        var slope = SlopeInterval.Of(points, confidence: 0.95, inflation: 1);

        Assert.InRange(slope.Slope, 2.9, 3.1);
        Assert.InRange(slope.Low, 2.5, 3.0);
        Assert.InRange(slope.High, 3.0, 3.5);
    }

    [Fact]
    public void Its_interval_holds_the_true_slope_as_often_as_it_says()
    {
        var held = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            DriftPoint[] points =
            [
                .. Enumerable
                    .Range(0, 30)
                    // Noise with a tail, for which a least-squares line has no interval.
                    .Select(i => new DriftPoint(i, i + 1 / (random.NextDouble() + 0.001))),
            ];
            var slope = SlopeInterval.Of(points, confidence: 0.95, inflation: 1);
            held += slope.Low <= 1 && slope.High >= 1 ? 1 : 0;
        }

        // Binomial with 400 draws of 0.95: 380, give or take four standard deviations.
        Assert.InRange(held, 362, 398);
    }
}
