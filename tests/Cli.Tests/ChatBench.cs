namespace GatewayBench.Cli.Tests;

/// <summary>A bench file of chats with the sample gateway.</summary>
internal static class ChatBench
{
    /// <summary>What reports call its row.</summary>
    public const string Row = "POST /api/chat";

    /// <param name="folder">Where it is written to.</param>
    /// <param name="provider">What it says of the provider.</param>
    /// <returns>Its path.</returns>
    public static string WriteTo(string folder, string provider = "provider: { latency: none }")
    {
        var path = Path.Combine(folder, "bench.yaml");
        File.WriteAllText(
            path,
            $$"""
            schemaVersion: 1
            name: chat
            target:
              gateway: {{Builds.Gateway}}
              providerKey: OpenAI:Endpoint
              settings: { Auth: { Enabled: false }, RateLimit: { Enabled: false } }
            {{provider}}
            scenarios: [{ use: chat }]
            load: { users: 1 }
            """
        );
        return path;
    }
}
