namespace GatewayBench;

/// <summary>A named condition on a whole reply.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Passes">Whether the reply satisfies it.</param>
public sealed record Check(string Name, Func<Reply, bool> Passes);
