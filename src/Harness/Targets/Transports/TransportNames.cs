namespace GatewayBench;

/// <summary>What users write for a <see cref="Transport"/>.</summary>
internal static class TransportNames
{
    public static IReadOnlyList<string> All { get; } =
    [.. Enum.GetNames<Transport>().Select(name => name.ToLowerInvariant())];

    /// <returns>Null for none of them.</returns>
    public static Transport? Parse(string name) =>
        All.ToList().IndexOf(name) is >= 0 and var index ? (Transport)index : null;
}
