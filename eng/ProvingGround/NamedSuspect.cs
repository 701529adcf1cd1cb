namespace GatewayBench.ProvingGround;

/// <param name="Name">The rule's.</param>
/// <param name="Second">When it set in, from the start of the measured time.</param>
/// <param name="Why">Its evidence in short.</param>
internal sealed record NamedSuspect(string Name, double Second, string Why);
