namespace GatewayBench;

/// <summary>A setting of the gateway, and the values that it is tried with.</summary>
/// <param name="Key">Of its configuration.</param>
/// <param name="Values">At least one, all different, in the order in which they were given.</param>
internal sealed record SweepAxis(string Key, IReadOnlyList<string> Values);
