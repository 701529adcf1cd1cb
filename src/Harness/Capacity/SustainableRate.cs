namespace GatewayBench;

/// <summary>The most that was served over several slices in a row with all SLOs met.</summary>
/// <param name="Rate">Successes per second.</param>
/// <param name="Users">How many users asked for it.</param>
/// <param name="StartRate">Successes per second in the first slices, for comparison.</param>
public sealed record SustainableRate(double Rate, int Users, double StartRate)
{
    /// <summary>The most users with whom all SLOs were met for as long, however much each of them got done.</summary>
    public int MostUsers { get; init; } = Users;
}
