namespace GatewayBench.Tests.Verdicts;

public sealed class VerdictRuleTests
{
    /// <summary>Scatter of a hundredth, none of it twice, that leans to neither side.</summary>
    private static readonly double[] Scatter =
    [
        .. Enumerable.Range(0, 20).SelectMany(i => new[] { Noise(i), -Noise(i) * 1.001 }),
    ];

    [Theory]
    [InlineData(-0.05, nameof(Verdict.Regressed))]
    [InlineData(0.05, nameof(Verdict.Improved))]
    [InlineData(0.0, nameof(Verdict.Unchanged))]
    public void A_clear_case_ends_at_the_first_look(double shift, string verdict)
    {
        var finding = VerdictRule.Standard.Judge(PairedMetric.Rate, Shifted(shift));

        Assert.Equal(verdict, $"{finding.Verdict}");
        Assert.Equal((10, true), (finding.Pairs, finding.HasEnded));
    }

    [Fact]
    public void Where_less_is_better_a_rise_is_the_regression()
    {
        var finding = VerdictRule.Standard.Judge(PairedMetric.Cpu, Shifted(0.05));

        Assert.Equal(Verdict.Regressed, finding.Verdict);
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(9, 0, false)]
    [InlineData(10, 10, true)]
    public void Nothing_is_said_before_the_first_look_however_clear_it_is(
        int measured,
        int pairs,
        bool ended
    )
    {
        var finding = VerdictRule.Standard.Judge(
            PairedMetric.Rate,
            Shifted(-0.5).AsSpan(0, measured)
        );

        Assert.Equal((pairs, ended), (finding.Pairs, finding.HasEnded));
        Assert.Equal(ended, finding.Verdict == Verdict.Regressed);
    }

    [Fact]
    public void Between_two_looks_the_last_one_counts()
    {
        // As noisy as that nothing can be told from 10 pairs, nor from 40.
        var wide = Array.ConvertAll(Scatter, value => 50 * value);

        var between = VerdictRule.Standard.Judge(PairedMetric.Rate, wide.AsSpan(0, 15));
        var end = VerdictRule.Standard.Judge(PairedMetric.Rate, wide);

        Assert.Equal(VerdictRule.Standard.Judge(PairedMetric.Rate, wide.AsSpan(0, 10)), between);
        Assert.Equal((Verdict.Inconclusive, 10, false), Shown(between));
        Assert.Equal((Verdict.Inconclusive, 40, true), Shown(end));
    }

    [Fact]
    public void What_comes_after_the_decision_does_not_change_it()
    {
        double[] turned = [.. Shifted(-0.05)[..10], .. Shifted(0.5)[10..]];

        Assert.Equal(
            VerdictRule.Standard.Judge(PairedMetric.Rate, turned.AsSpan(0, 10)),
            VerdictRule.Standard.Judge(PairedMetric.Rate, turned)
        );
    }

    [Fact]
    public void One_pair_against_nine_needs_a_second_look()
    {
        // Nine down and one up, the least of all: p = 2/1024. One up that is the third least: 5/1024.
        double[] least = [.. Enumerable.Range(1, 9).Select(i => -0.1 * i), 0.05];
        double[] third = [.. Enumerable.Range(1, 9).Select(i => -0.1 * i), 0.25];

        Assert.Equal(
            Verdict.Regressed,
            VerdictRule.Standard.Judge(PairedMetric.Rate, least).Verdict
        );
        var undecided = VerdictRule.Standard.Judge(PairedMetric.Rate, third);
        Assert.Equal(5 / 1024.0, undecided.Evidence.Worse);
        Assert.Equal((Verdict.Inconclusive, 10, false), Shown(undecided));
    }

    [Fact]
    public void A_change_within_the_tolerance_is_unchanged_however_sure_it_is()
    {
        double[] rise = [.. Enumerable.Repeat(Math.Log(1.004), 10)];

        Assert.Equal(
            Verdict.Unchanged,
            VerdictRule.Standard.Judge(PairedMetric.Allocations, rise).Verdict
        );
        Assert.Equal(
            Verdict.Regressed,
            VerdictRule
                .Standard.Judge(new PairedMetric("other", moreIsBetter: false, delta: 0.01), rise)
                .Verdict
        );
    }

    [Fact]
    public void A_change_that_is_both_sure_and_below_delta_is_called_a_change()
    {
        var finding = VerdictRule.Standard.Judge(PairedMetric.Rate, Shifted(-0.02));

        Assert.True(finding.Evidence.NotMuchWorse <= VerdictRule.Standard.BetaOfLook);
        Assert.Equal(Verdict.Regressed, finding.Verdict);
    }

    private static double Noise(int i) => 0.01 * (i * 7 % 20 + 1) / 20;

    private static double[] Shifted(double by) => Array.ConvertAll(Scatter, value => value + by);

    private static (Verdict, int, bool) Shown(Finding finding) =>
        (finding.Verdict, finding.Pairs, finding.HasEnded);
}
