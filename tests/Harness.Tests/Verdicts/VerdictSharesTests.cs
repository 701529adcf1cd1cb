namespace GatewayBench.Tests.Verdicts;

public sealed class VerdictSharesTests
{
    [Fact]
    public void Each_verdict_has_its_share()
    {
        var shares = VerdictShares.Of([
            Judged(Verdict.Regressed, 10),
            Judged(Verdict.Regressed, 16),
            Judged(Verdict.Improved, 24),
            Judged(Verdict.Unchanged, 10),
            Judged(Verdict.Inconclusive, 40),
        ]);

        Assert.Equal(new VerdictShares(5, 0.4, 0.2, 0.2, 0.2, 20), shares);
    }

    [Fact]
    public void Without_comparisons_there_are_none() =>
        Assert.Equal(double.NaN, VerdictShares.Of([]).Regressed);

    private static Finding Judged(Verdict verdict, int pairs) =>
        new(verdict, pairs, HasEnded: true, Evidence.None);
}
