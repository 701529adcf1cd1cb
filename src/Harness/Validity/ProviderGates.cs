namespace GatewayBench;

/// <summary>Whether the fake provider was fast enough not to be what was measured.</summary>
internal static class ProviderGates
{
    public static string? Ceiling(Trust trust) =>
        trust.ProviderCeiling is { } ceiling && ceiling < GateLimits.ProviderCeiling
            ? $"provider: alone it answers {Units.Ratio(ceiling)} the calls of this row, "
                + $"at least {Units.Ratio(GateLimits.ProviderCeiling)}; use fewer users"
            : null;
}
