using Microsoft.Extensions.Configuration;

namespace GatewayBench;

/// <summary>Replaces every provider key in a gateway's configuration by a harmless one.</summary>
internal static class ProviderKeys
{
    /// <summary>Not empty: many gateways refuse to start without a key.</summary>
    public const string Placeholder = "gatewaybench-no-key";

    /// <summary>The overrides for every key of the sources so far that looks like a secret for a provider.</summary>
    public static Dictionary<string, string?> Blank(IConfigurationBuilder sources)
    {
        var current = sources as IConfiguration ?? sources.Build();
        return current
            .AsEnumerable()
            .Where(pair => !string.IsNullOrEmpty(pair.Value) && IsProviderKey(pair.Key))
            .ToDictionary(pair => pair.Key, string? (_) => Placeholder);
    }

    private static bool IsProviderKey(string key)
    {
        var name = key[(key.LastIndexOf(':') + 1)..].Replace("_", "", StringComparison.Ordinal);
        return name.EndsWith("ApiKey", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("AccessToken", StringComparison.OrdinalIgnoreCase);
    }
}
