namespace GatewayBench.VerdictPower;

/// <summary>What becomes of comparisons at one sigma.</summary>
/// <param name="Sigma">Of a pair.</param>
/// <param name="Same">Where nothing changed.</param>
/// <param name="Slower5">Where B is 5 % slower, which is the rate's delta.</param>
/// <param name="Slower10">Where it is 10 % slower.</param>
internal sealed record PowerRow(
    double Sigma,
    VerdictShares Same,
    VerdictShares Slower5,
    VerdictShares Slower10
)
{
    /// <summary>What a row's alpha allows.</summary>
    public bool IsMet => Math.Max(Same.Regressed, Same.Improved) <= VerdictRule.Standard.Alpha;

    public static PowerRow Of(double sigma, PowerPlan plan)
    {
        var noise = new PairNoise(sigma, OutlierShare: 0.05);
        return new PowerRow(sigma, At(1), At(0.95), At(0.90));

        VerdictShares At(double ratio) =>
            VerdictShares.Of(
                noise.Simulate(
                    VerdictRule.Standard,
                    PairedMetric.Rate,
                    ratio,
                    plan.Comparisons,
                    (ulong)plan.Seed
                )
            );
    }
}
