namespace GatewayBench.Tests.Verdicts;

public sealed class VerdictRuleRisksTests
{
    [Fact]
    public void Looks_share_alpha_and_beta()
    {
        Assert.Equal(0.0025, VerdictRule.Standard.AlphaOfLook, tolerance: 1e-15);
        Assert.Equal(0.0125, VerdictRule.Standard.BetaOfLook, tolerance: 1e-15);
        Assert.Equal(0.01, new VerdictRule(new Looks(7)).AlphaOfLook);
    }

    [Theory]
    [InlineData(
        6,
        0.01,
        "A look after 6 pairs can call nothing at alpha 0.01 over 1 looks; allowed: 7"
    )]
    [InlineData(
        9,
        0.001,
        "A look after 9 pairs can call nothing at alpha 0.001 over 1 looks; allowed: 10"
    )]
    [InlineData(9, 0.0, "alpha is 0; allowed: above 0, at most 0.25.")]
    public void A_rule_that_could_never_call_anything_is_refused(
        int pairs,
        double alpha,
        string message
    ) =>
        Assert.StartsWith(
            message,
            Assert
                .ThrowsAny<ArgumentException>(() => new VerdictRule(new Looks(pairs), alpha))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_risk_that_is_none_is_refused() =>
        Assert.StartsWith(
            "beta is 0.3; allowed: above 0, at most 0.25.",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    new VerdictRule(Looks.Standard, beta: 0.3)
                )
                .Message,
            StringComparison.Ordinal
        );
}
