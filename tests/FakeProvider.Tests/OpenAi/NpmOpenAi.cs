using System.Text.Json;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

/// <summary>npm's unmodified openai, driven by a script.</summary>
internal static class NpmOpenAi
{
    /// <summary>What the SDK made of a command's answers.</summary>
    /// <param name="server">Any server with OpenAI's API under <c>v1</c>.</param>
    /// <param name="command">One of the script's.</param>
    public static async Task<JsonElement> RunAsync(Uri server, string command)
    {
        var output = await NodeScript.RunAsync(
            "openai",
            Path.Combine("OpenAi", "openai.mjs"),
            new Uri(server, "v1").AbsoluteUri,
            command
        );
        return JsonDocument.Parse(output).RootElement;
    }
}
