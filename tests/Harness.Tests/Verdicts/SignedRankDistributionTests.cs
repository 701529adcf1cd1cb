namespace GatewayBench.Tests.Verdicts;

public sealed class SignedRankDistributionTests
{
    [Fact]
    public void Of_five_ranks_it_is_the_published_table()
    {
        // Ways to reach each sum from 0 to 15, out of 32.
        int[] ways = [1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 2, 2, 1, 1, 1];

        var distribution = SignedRankDistribution.Untied(5);

        Assert.Equal(30, distribution.Most);
        Assert.All(
            ways,
            (_, sum) =>
            {
                Assert.Equal(ways.Take(sum + 1).Sum() / 32.0, distribution.AtMost(2 * sum));
                Assert.Equal(ways.Skip(sum).Sum() / 32.0, distribution.AtLeast(2 * sum));
            }
        );
    }

    [Fact]
    public void Shared_ranks_are_counted_as_if_every_toss_were_tried()
    {
        int[] doubledRanks = [3, 3, 6, 10, 10, 10, 14, 17, 17, 20];
        int[] sums =
        [
            .. Enumerable
                .Range(0, 1 << doubledRanks.Length)
                .Select(tosses => doubledRanks.Where((_, i) => (tosses >> i & 1) == 1).Sum()),
        ];

        var distribution = SignedRankDistribution.Of(doubledRanks);

        Assert.All(
            Enumerable.Range(0, doubledRanks.Sum() + 1),
            sum =>
            {
                Assert.Equal(sums.Count(s => s <= sum) / 1024.0, distribution.AtMost(sum));
                Assert.Equal(sums.Count(s => s >= sum) / 1024.0, distribution.AtLeast(sum));
            }
        );
    }

    [Fact]
    public void Beyond_its_ends_nothing_lies()
    {
        var distribution = SignedRankDistribution.Untied(3);

        Assert.Equal(0, distribution.AtMost(-1));
        Assert.Equal(1, distribution.AtMost(12));
        Assert.Equal(0, distribution.AtLeast(13));
        Assert.Equal(1, distribution.AtLeast(0));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(Looks.Most)]
    public void Its_smallest_probability_is_exact_for_any_comparison(int n)
    {
        var distribution = SignedRankDistribution.Untied(n);

        Assert.Equal(Math.Pow(2, -n), distribution.AtMost(0));
        Assert.Equal(1, distribution.AtMost(distribution.Most), tolerance: 1e-12);
    }
}
