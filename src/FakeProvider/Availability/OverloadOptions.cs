namespace GatewayBench;

/// <summary>When a provider is overloaded, whoever asks.</summary>
public sealed class OverloadOptions
{
    /// <summary>
    /// How many requests to models may be in service at once: at least 1, or null (the default) for
    /// any number. One more is answered as each provider words it: 503 by OpenAI, 529 by Anthropic.
    /// </summary>
    public int? MaxInService { get; set; }
}
