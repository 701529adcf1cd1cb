using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace GatewayBench;

/// <summary>Replaces every provider key in a gateway's configuration by a harmless one.</summary>
internal static partial class ProviderKeys
{
    /// <summary>Not empty: many gateways refuse to start without a key.</summary>
    public const string Placeholder = "gatewaybench-no-key";

    /// <summary>The overrides for all values of the sources so far that look like a provider's secret.</summary>
    public static Dictionary<string, string?> Blank(IConfigurationBuilder sources)
    {
        var current = sources as IConfiguration ?? sources.Build();
        return current
            .AsEnumerable()
            .Where(pair => !string.IsNullOrEmpty(pair.Value) && IsProviderKey(pair.Key))
            .ToDictionary(pair => pair.Key, string? (_) => Placeholder);
    }

    /// <summary>
    /// A provider's name and a word for a secret: the keys that a gateway checks its own callers by
    /// (<c>Auth:ApiKey</c>) have to stay.
    /// </summary>
    public static bool IsProviderKey(string key) =>
        Provider().IsMatch(key) && Secret().IsMatch(key);

    [GeneratedRegex(
        "openai|anthropic|claude|azure.?ai|gemini|vertex|mistral|cohere|groq|deepseek|bedrock|hugging.?face|hf_|openrouter|together|xai|llm",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Provider();

    // Also one of a list: OpenAI:ApiKeys:0, OpenAI__ApiKeys__0.
    [GeneratedRegex("(?:key|token|secret)(?:s(?::|__)[0-9]+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
