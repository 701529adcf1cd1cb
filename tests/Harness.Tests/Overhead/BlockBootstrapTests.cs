namespace GatewayBench.Tests.Overhead;

public sealed class BlockBootstrapTests
{
    [Fact]
    public void Differences_of_samples_that_differ_by_a_constant_are_that_constant()
    {
        var direct = Tail(400, seed: 1);
        double[] gateway = [.. direct.Select(value => value + 7)];

        var intervals = new BlockBootstrap(42).Differences(gateway, direct, [50, 99]);

        // Only if both are drawn anew by the same pairs does the tail cancel.
        Assert.All(intervals, one => Assert.InRange(one.Low, 6.999, 7.001));
        Assert.All(intervals, one => Assert.InRange(one.High, 6.999, 7.001));
    }

    [Fact]
    public void Differences_of_medians_hold_the_true_one_in_95_of_100_samples()
    {
        const int Samples = 100;
        var held = 0;
        for (var sample = 0UL; sample < Samples; sample++)
        {
            var direct = Tail(60, sample);
            double[] gateway = [.. direct.Zip(Tail(60, sample + 1_000), (a, b) => a + 1 + b / 10)];
            var truth = Truth();
            held += new BlockBootstrap(sample).Differences(gateway, direct, [50])[0].Contains(truth)
                ? 1
                : 0;
        }

        // A percentile bootstrap of 60 values is a little too narrow.
        Assert.InRange(held, 86, 100);
    }

    [Fact]
    public void Differences_are_the_same_for_the_same_seed()
    {
        var (a, b) = (Tail(100, 1), Tail(100, 2));

        Assert.Equal(
            new BlockBootstrap(5).Differences(a, b, [50]),
            new BlockBootstrap(5).Differences(a, b, [50])
        );
    }

    /// <summary>The median of E + 1 + E'/10 less that of E, by a large sample.</summary>
    private static double Truth() => s_truth.Value;

    private static readonly Lazy<double> s_truth = new(() =>
    {
        var (one, other) = (Tail(200_000, 77), Tail(200_000, 78));
        return Median.Of([.. one.Zip(other, (a, b) => a + 1 + b / 10)]) - Math.Log(2);
    });

    private static double[] Tail(int count, ulong seed) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => -Math.Log(SplitMix64.UniformAt(seed, (ulong)i))),
        ];
}
