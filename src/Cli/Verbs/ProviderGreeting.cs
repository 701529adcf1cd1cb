namespace GatewayBench.Cli;

/// <summary>What a started provider says: where it is, and how SDKs get there.</summary>
internal static class ProviderGreeting
{
    public static string Of(Uri address) =>
        string.Join(
            Environment.NewLine,
            $"Fake provider on {address} until Ctrl-C. For SDKs:",
            $"  OPENAI_BASE_URL={address}v1 OPENAI_API_KEY=any",
            $"  ANTHROPIC_BASE_URL={address} ANTHROPIC_API_KEY=any"
        );
}
