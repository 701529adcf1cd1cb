namespace GatewayBench.Tests.Page;

public sealed class ThinningTests
{
    [Fact]
    public void Few_points_stay_as_they_are()
    {
        var points = Points(2 * Thinning.Stretches);

        Assert.Same(points, Thinning.LowestAndHighest(points));
    }

    [Fact]
    public void No_spike_and_no_dip_is_lost_wherever_it_is()
    {
        for (var at = 0; at < 1_801; at += 97)
        {
            var points = Points(1_801);
            points[at] = points[at] with { Y = 1e6 };
            points[1_800 - at] = points[1_800 - at] with { Y = at == 900 ? 1e6 : -1e6 };

            var thin = Thinning.LowestAndHighest(points);

            Assert.InRange(thin.Count, Thinning.Stretches, 2 * Thinning.Stretches);
            Assert.Contains(points[at], thin);
            Assert.Contains(points[1_800 - at], thin);
            Assert.Equal(thin.OrderBy(point => point.X), thin);
        }
    }

    [Fact]
    public void A_gap_of_a_whole_stretch_stays_a_gap()
    {
        var points = Points(2_000);
        for (var i = 500; i < 520; i++)
        {
            points[i] = points[i] with { Y = double.NaN };
        }

        Assert.Contains(Thinning.LowestAndHighest(points), point => double.IsNaN(point.Y));
    }

    private static ChartPoint[] Points(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ChartPoint(i, Math.Sin(i)))];
}
