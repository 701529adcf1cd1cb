namespace GatewayBench.Tests.Verdicts;

/// <summary>What R's <c>p.adjust</c> makes of p-values.</summary>
internal sealed record HolmReference(double[] PValues, double[] Adjusted);
