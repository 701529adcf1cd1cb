namespace GatewayBench.Cli;

/// <summary>What a run loads and what runs beside it, from the bench file and the command line.</summary>
/// <param name="Target">What is loaded.</param>
/// <param name="Provider">The fake provider's options; null for no provider.</param>
internal sealed record HostedPlan(BenchTarget Target, IReadOnlyList<GivenOption>? Provider);
