namespace GatewayBench;

/// <summary>What loads write into prompts: whose they are, and which exchange they are of.</summary>
internal static class Markers
{
    /// <summary>A text of an earlier load without them: they would pass for those of the next.</summary>
    public static string Without(string text) => UserMarker.Without(PromptMarker.Without(text));
}
