namespace GatewayBench.Tests.Verdicts;

public sealed class RecordedPairsTests
{
    private static readonly double[] Noise =
    [
        .. Enumerable.Range(1, 60).SelectMany(i => new[] { 0.004 * i, -0.004 * i }),
    ];

    [Fact]
    public void Each_comparison_begins_after_the_end_of_the_one_before()
    {
        double[] down = [.. Enumerable.Range(1, 16).Select(i => -0.1 * i)];
        double[] still = [.. Enumerable.Range(1, 10).Select(i => 0.001 * (i % 2 == 0 ? i : -i))];

        Finding[] findings =
        [
            .. new RecordedPairs([.. down[..10], .. still, .. down[..9]]).Consecutive(
                VerdictRule.Standard,
                PairedMetric.Rate
            ),
        ];

        // The nine at the end don't come to a look.
        Assert.Equal(
            [(Verdict.Regressed, 10), (Verdict.Unchanged, 10)],
            findings.Select(one => (one.Verdict, one.Pairs))
        );
    }

    [Fact]
    public void Resampled_comparisons_of_even_pairs_rarely_alarm_and_those_of_a_lean_do()
    {
        Assert.InRange(Resample(Noise).Regressed, 0, 0.01);
        Assert.True(Resample([.. Noise.Select(value => value - 0.1)]).Regressed > 0.5);
    }

    [Fact]
    public void A_seed_draws_the_same_comparisons_again() =>
        Assert.Equal(Resample(Noise), Resample(Noise));

    [Fact]
    public void Each_comparison_is_of_other_pairs()
    {
        var findings = new RecordedPairs(Noise).Resampled(
            VerdictRule.Standard,
            PairedMetric.Rate,
            comparisons: 100,
            seed: 5
        );

        Assert.InRange(findings.Distinct().Count(), 90, 100);
    }

    [Fact]
    public void No_pair_is_drawn_twice_in_a_comparison()
    {
        // With all forty in each, the last look is the same for all, whatever their order.
        var findings = new RecordedPairs(Noise[..40]).Resampled(
            new VerdictRule(new Looks(40)),
            PairedMetric.Rate,
            comparisons: 20,
            seed: 1
        );

        Assert.Single(findings.Distinct());
    }

    [Fact]
    public void Fewer_pairs_than_a_comparison_may_take_are_refused() =>
        Assert.StartsWith(
            "39 pairs were recorded; allowed: 40 or more",
            Assert.Throws<ArgumentException>(() => Resample(Noise[..39])).Message,
            StringComparison.Ordinal
        );

    private static VerdictShares Resample(double[] pairs) =>
        VerdictShares.Of(
            new RecordedPairs(pairs).Resampled(
                VerdictRule.Standard,
                PairedMetric.Rate,
                comparisons: 1_000,
                seed: 5
            )
        );
}
