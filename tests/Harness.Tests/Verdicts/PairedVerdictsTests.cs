namespace GatewayBench.Tests.Verdicts;

public sealed class PairedVerdictsTests
{
    private static readonly PairedSeries Undecided = Series(
        PairedMetric.Rate,
        Enumerable.Range(1, 40).Select(i => i % 2 == 0 ? 0.05 * i : -0.05 * i)
    );

    [Fact]
    public void A_rise_in_allocations_is_called_at_the_first_look_while_the_rate_is_undecided()
    {
        // 2 % more of 1,736 bytes, give or take one.
        var allocations = Series(
            PairedMetric.Allocations,
            Enumerable
                .Range(0, 16)
                .Select(i => PairedMetric.LogRatio(1_736 + i % 3 - 1, 1_770.72 + i % 2))
        );

        var verdicts = Of(
            First(Undecided, 16),
            companions: [allocations, allocations, allocations]
        );

        Assert.False(verdicts.Primary.HasEnded);
        Assert.All(
            verdicts.Companions,
            finding =>
            {
                Assert.Equal(Verdict.Regressed, finding.Verdict);
                Assert.Equal((10, true), (finding.Pairs, finding.HasEnded));
            }
        );
    }

    [Fact]
    public void Companions_decide_nothing()
    {
        var worse = Series(PairedMetric.Cpu, Enumerable.Repeat(1.0, 40));

        var verdicts = Of(Undecided, companions: [worse], others: [worse]);

        Assert.Equal(Verdict.Inconclusive, verdicts.Primary.Verdict);
        Assert.True(verdicts.Primary.HasEnded);
    }

    [Fact]
    public void Other_rows_share_one_alpha()
    {
        // All of ten down is p = 1/1024: enough for two of 0.0025, and not for three.
        var down = First(Down(), 10);

        var two = Of(down, others: [down, down]).Others;
        var three = Of(down, others: [down, down, down]).Others;

        Assert.All(two, finding => Assert.Equal(Verdict.Regressed, finding.Verdict));
        Assert.All(three, finding => Assert.Equal(Verdict.Inconclusive, finding.Verdict));
        Assert.All(three, finding => Assert.Equal(3 / 1024.0, finding.Evidence.Worse));
    }

    [Fact]
    public void Other_rows_keep_their_own_verdicts()
    {
        var down = Down();
        var up = down with { LogRatios = [.. down.LogRatios.Select(ratio => -ratio)] };

        var others = Of(Undecided, others: [down, Undecided, up]).Others;

        Assert.Equal(
            [Verdict.Regressed, Verdict.Inconclusive, Verdict.Improved],
            others.Select(finding => finding.Verdict)
        );
        Assert.All(others, finding => Assert.Equal(40, finding.Pairs));
    }

    [Fact]
    public void Pairs_after_the_decision_speak_for_nobody()
    {
        var late = Series(
            PairedMetric.Cpu,
            Undecided.LogRatios.Select((ratio, i) => i < 10 ? ratio!.Value : 5.0 + i)
        );

        var verdicts = Of(Down(), companions: [late], others: [late]);

        Assert.Equal((Verdict.Regressed, 10), (verdicts.Primary.Verdict, verdicts.Primary.Pairs));
        Assert.Equal((Verdict.Inconclusive, 10), Shown(Assert.Single(verdicts.Companions)));
        Assert.Equal((Verdict.Inconclusive, 10), Shown(Assert.Single(verdicts.Others)));
        Assert.Equal(
            Verdict.Regressed,
            Assert.Single(Of(Undecided, companions: [late]).Companions).Verdict
        );
    }

    [Fact]
    public void A_pair_without_a_figure_is_left_out_of_that_series_alone()
    {
        var down = Down();
        var gaps = down with
        {
            LogRatios = [.. down.LogRatios.Select((ratio, i) => i < 6 ? null : ratio)],
        };

        var verdicts = Of(First(Undecided, 15), companions: [gaps], others: [gaps]);

        Assert.Equal((Verdict.Inconclusive, 0), Shown(Assert.Single(verdicts.Companions)));
        Assert.Equal((Verdict.Inconclusive, 4), Shown(Assert.Single(verdicts.Others)));
        Assert.Equal(
            (Verdict.Regressed, 10),
            Shown(Assert.Single(Of(First(Undecided, 16), companions: [gaps]).Companions))
        );
    }

    [Fact]
    public void A_pair_without_the_figure_that_decides_is_refused()
    {
        var gap = Down() with { LogRatios = [-0.1, null, -0.2] };

        Assert.StartsWith(
            "Pair 2 has no OK/s of 'GET /a', which decides; allowed: pairs that have one.",
            Assert.Throws<ArgumentException>(() => Of(gap)).Message,
            StringComparison.Ordinal
        );
    }

    private static PairedSeries Down() =>
        Series(PairedMetric.Rate, Enumerable.Range(0, 40).Select(i => -0.1 - 0.001 * i));

    private static PairedSeries Series(PairedMetric metric, IEnumerable<double> logRatios) =>
        new("GET /a", metric, [.. logRatios]);

    private static PairedSeries First(PairedSeries series, int pairs) =>
        series with
        {
            LogRatios = [.. series.LogRatios.Take(pairs)],
        };

    private static PairedVerdicts Of(
        PairedSeries primary,
        PairedSeries[]? companions = null,
        PairedSeries[]? others = null
    ) => PairedVerdicts.Of(VerdictRule.Standard, primary, companions ?? [], others ?? []);

    private static (Verdict, int) Shown(Finding finding) => (finding.Verdict, finding.Pairs);
}
