namespace GatewayBench;

/// <summary>What a result says about its target.</summary>
/// <param name="Name">The gateway's assembly name.</param>
/// <param name="Transport">How bytes reach it: <c>loopback</c>.</param>
/// <param name="Commit">The source revision its assembly was built from, or null when unknown.</param>
/// <param name="Notes">Ways in which it differs from the shipped gateway, such as the GC mode.</param>
public sealed record TargetInfo(
    string Name,
    string Transport,
    string? Commit,
    IReadOnlyList<string> Notes
)
{
    /// <summary>Where it runs: <c>inprocess</c>, or <c>child</c>, a process of its own.</summary>
    public string Hosting { get; init; } = "inprocess";
}
