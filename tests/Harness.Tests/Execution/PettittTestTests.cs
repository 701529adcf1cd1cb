namespace GatewayBench.Tests.Execution;

public sealed class PettittTestTests
{
    [Fact]
    public void A_clean_step_is_found_where_it_is()
    {
        double[] series = [.. Enumerable.Repeat(4.0, 9), .. Enumerable.Repeat(2.0, 11)];

        var test = PettittTest.Of(series);

        // K = 9 * 11 = 99 and n = 20.
        Assert.Equal(9, test.Split);
        Assert.Equal(2 * Math.Exp(-6 * 9_801 / 8_400.0), test.Chance, tolerance: 1e-12);
    }

    [Fact]
    public void Equal_values_share_their_rank()
    {
        // U by hand: 3 1 4 1 5 9 2 6 has ranks 4 1.5 5 1.5 6 8 3 7, and |U| is largest after four.
        var test = PettittTest.Of([3, 1, 4, 1, 5, 9, 2, 6]);

        Assert.Equal(4, test.Split);
        Assert.Equal(2 * Math.Exp(-6 * 12 * 12 / 576.0), test.Chance, tolerance: 1e-12);
    }

    [Fact]
    public void It_is_the_mann_whitney_count_at_every_split()
    {
        foreach (var seed in Enumerable.Range(1, 50))
        {
            var draws = new Random(seed);
            double[] series = [.. Enumerable.Range(0, 30).Select(_ => draws.Next(12))];

            var (split, largest) = Enumerable
                .Range(1, series.Length - 1)
                .Select(t => (Split: t, U: Math.Abs(SumOfSigns(series[..t], series[t..]))))
                .MaxBy(candidate => candidate.U);

            var test = PettittTest.Of(series);
            Assert.Equal(split, test.Split);
            Assert.Equal(
                Math.Min(1, 2 * Math.Exp(-6.0 * largest * largest / (27_000 + 900))),
                test.Chance,
                tolerance: 1e-9
            );
        }
    }

    [Fact]
    public void One_outlier_is_no_change_however_far_it_lies()
    {
        double[] series = [.. Enumerable.Range(0, 30).Select(i => 10 + i * 7 % 5 * 0.1)];
        series[15] = 1e9;

        Assert.True(PettittTest.Of(series).Chance > 0.5);
    }

    [Fact]
    public void A_constant_series_is_explained_by_chance() =>
        Assert.Equal(1, PettittTest.Of(new double[20]).Chance);

    private static int SumOfSigns(double[] before, double[] after) =>
        before.Sum(a => after.Sum(b => Math.Sign(a - b)));
}
