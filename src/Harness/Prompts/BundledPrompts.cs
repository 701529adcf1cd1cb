namespace GatewayBench;

/// <summary>The prompts that come with the library.</summary>
internal static class BundledPrompts
{
    public const string Resource = "GatewayBench.Prompts.prompts.jsonl";

    public static IReadOnlyList<FeedPrompt> Read()
    {
        using var stream = typeof(BundledPrompts).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return PromptFile.Read(reader, Resource);
    }
}
