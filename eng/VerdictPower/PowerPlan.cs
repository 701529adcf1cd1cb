namespace GatewayBench.VerdictPower;

/// <summary>What is simulated.</summary>
/// <param name="Comparisons">In each cell of the table.</param>
/// <param name="Seed">Of all draws.</param>
internal sealed record PowerPlan(int Comparisons, int Seed);
