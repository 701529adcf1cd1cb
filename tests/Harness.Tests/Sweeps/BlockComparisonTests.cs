namespace GatewayBench.Tests.Sweeps;

public sealed class BlockComparisonTests
{
    /// <summary>Of two treatments it is the paired t-test: two-sided, as either may come out best: at 2 degrees of freedom its limit is 4.30.</summary>
    [Theory]
    // t = 2 / (0.5 / sqrt 3) = 6.93
    [InlineData(new[] { 1.5, 2, 2.5 }, false)]
    // t = 2 / (1 / sqrt 3) = 3.46
    [InlineData(new[] { 1.0, 2, 3 }, true)]
    public void Two_treatments_are_compared_as_pairs(double[] differences, bool isNotTold)
    {
        double[] drifting = [10, 500, 20_000];
        double[] worse = [.. drifting.Zip(differences, (value, more) => value + more)];

        Assert.Equal([true, isNotTold], BlockComparison.NotWorse([drifting, worse], 0));
        Assert.Equal([isNotTold, true], BlockComparison.NotWorse([worse, drifting], 0));
    }

    [Fact]
    public void More_treatments_share_the_alpha()
    {
        // Against the first one t is 6.93 with the error of two alone, at 4.30; here all share 1/20 of it.
        double[][] two =
        [
            [0, 0, 0],
            [1.5, 2, 2.5],
        ];
        double[][] many = [.. two, [1, -1, 0], [-1, 1, 0], [0, 1, -1], [0, -1, 1]];

        Assert.Equal([true, false], BlockComparison.NotWorse(two, 0));
        Assert.Equal(
            [true, true, true, true, true],
            BlockComparison.NotWorse([.. many.Where(own => own != two[1])], 0)
        );
        Assert.False(
            BlockComparison.NotWorse(
                [
                    [0, 0, 0],
                    [90, 90, 91],
                    [0, 1, -1],
                ],
                0
            )[1]
        );
    }

    [Fact]
    public void What_does_not_matter_is_not_told_however_sure_it_is()
    {
        Assert.Equal(
            [true, true],
            BlockComparison.NotWorse(
                [
                    [1, 2, 3],
                    [1.01, 2.01, 3.01],
                ],
                0.05
            )
        );
        Assert.Equal(
            [true, false],
            BlockComparison.NotWorse(
                [
                    [1, 2, 3],
                    [1.01, 2.01, 3.01],
                ],
                0.005
            )
        );
    }

    [Fact]
    public void One_is_the_best_of_one_and_a_single_round_tells_nothing()
    {
        Assert.Equal(
            [true],
            BlockComparison.NotWorse(
                [
                    [5],
                ],
                0
            )
        );
        Assert.Throws<ArgumentException>(() =>
            BlockComparison.NotWorse(
                [
                    [5],
                    [6],
                ],
                0
            )
        );
    }

    /// <summary>In few of many sweeps over values that are alike any is called worse.</summary>
    [Theory]
    [InlineData(2, 60)]
    [InlineData(5, 20)]
    public void Chance_is_called_worse_as_seldom_as_promised(int treatments, int least)
    {
        var random = new Random(7);
        var wrong = Enumerable
            .Range(0, 2_000)
            .Count(_ =>
            {
                double[][] values =
                [
                    .. Enumerable
                        .Range(0, treatments)
                        .Select(_ =>
                            Enumerable
                                .Range(0, 4)
                                .Select(_ => random.NextDouble() + random.NextDouble())
                                .ToArray()
                        ),
                ];
                return BlockComparison.NotWorse(values, 0).Contains(false);
            });

        // 5 % of 2,000, and less of many, as their pairs depend on each other.
        Assert.InRange(wrong, least, 140);
    }
}
