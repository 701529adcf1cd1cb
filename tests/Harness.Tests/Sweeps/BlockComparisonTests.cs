namespace GatewayBench.Tests.Sweeps;

public sealed class BlockComparisonTests
{
    /// <summary>Of two treatments it is the paired t-test: at 2 degrees of freedom its limit is 2.92.</summary>
    [Theory]
    // t = 2 / (1 / sqrt 3) = 3.46
    [InlineData(new[] { 1.0, 2, 3 }, false)]
    // t = 2 / (1.8 / sqrt 3) = 1.92
    [InlineData(new[] { 0.2, 2, 3.8 }, true)]
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
        // Against the first one t is 3.46 with the error of two alone, at 2.92; here all share 1/8 of it.
        double[][] two =
        [
            [0, 0, 0],
            [1, 2, 3],
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

    /// <summary>Seven that are alike: in few of many sweeps the first one, or any other, is called worse.</summary>
    [Fact]
    public void Chance_is_called_worse_as_seldom_as_promised()
    {
        var random = new Random(7);
        var wrong = Enumerable
            .Range(0, 2_000)
            .Count(_ =>
            {
                double[][] values =
                [
                    .. Enumerable
                        .Range(0, 2)
                        .Select(_ =>
                            Enumerable
                                .Range(0, 4)
                                .Select(_ => random.NextDouble() + random.NextDouble())
                                .ToArray()
                        ),
                ];
                return !BlockComparison.NotWorse(values, 0)[0];
            });

        // One side of 5 %: either of the two may be the best, so that the first one is called worse in 5 %.
        Assert.InRange(wrong, 60, 140);
    }
}
