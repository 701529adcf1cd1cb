namespace GatewayBench.Tests.Verdicts;

/// <summary>R's answers for some values.</summary>
/// <param name="Oracle">What gave the p-values.</param>
/// <param name="Values">What was asked about.</param>
/// <param name="Less">One-sided, that they lie below 0.</param>
/// <param name="Greater">Likewise above.</param>
/// <param name="TwoSided">That they don't scatter around 0.</param>
/// <param name="Estimate">The pseudomedian.</param>
/// <param name="Level">Of the interval.</param>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Tolerance">How exact estimate and interval are: ties were broken by next to nothing.</param>
internal sealed record SignedRankReference(
    string Oracle,
    double[] Values,
    double Less,
    double Greater,
    double TwoSided,
    double Estimate,
    double Level,
    double Low,
    double High,
    double Tolerance
);
