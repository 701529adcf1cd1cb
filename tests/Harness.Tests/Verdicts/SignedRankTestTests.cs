namespace GatewayBench.Tests.Verdicts;

public sealed class SignedRankTestTests
{
    [Theory]
    [InlineData("wilcox.test", 36)]
    [InlineData("enumeration", 24)]
    [InlineData("exactRankTests", 48)]
    public void P_values_are_those_of_r_from_5_to_40_values(string oracle, int cases)
    {
        var references = RReference.All.SignedRank.Where(one => one.Oracle == oracle).ToList();

        Assert.Equal(cases, references.Count);
        Assert.All(
            references,
            reference =>
            {
                var test = SignedRankTest.Of(reference.Values);

                Assert.Equal(reference.Less, test.Less, tolerance: 1e-12);
                Assert.Equal(reference.Greater, test.Greater, tolerance: 1e-12);
                Assert.Equal(reference.TwoSided, test.TwoSided, tolerance: 1e-12);
            }
        );
    }

    [Fact]
    public void Values_on_one_side_are_as_unlikely_as_so_many_coins_on_one_side()
    {
        var test = SignedRankTest.Of([-3, -1, -4, -1.5, -5, -9, -2, -6, -5.5]);

        Assert.Equal(1 / 512.0, test.Less);
        Assert.Equal(1, test.Greater);
        Assert.Equal(1 / 256.0, test.TwoSided);
    }

    [Fact]
    public void What_equals_the_centre_speaks_for_neither_side()
    {
        var without = SignedRankTest.Of([2, -1, 4]);

        Assert.Equal(without, SignedRankTest.Of([0, 2, 0, -1, 4, 0]));
        Assert.Equal(without, SignedRankTest.Of([7, 9, 6, 11], centre: 7));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void Without_any_difference_nothing_is_unlikely(int zeros) =>
        Assert.Equal(new SignedRankTest(1, 1), SignedRankTest.Of(new double[zeros]));

    [Fact]
    public void Turned_over_the_sides_are_exchanged()
    {
        double[] values = [0.5, -1, 2, 2, -2, 3, 0, 4.5];

        var test = SignedRankTest.Of(values);
        var turned = SignedRankTest.Of(Array.ConvertAll(values, value => -value));

        Assert.Equal(new SignedRankTest(test.Greater, test.Less), turned);
        Assert.NotEqual(test.Less, test.Greater);
    }
}
