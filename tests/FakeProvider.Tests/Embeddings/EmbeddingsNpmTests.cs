using System.Text.Json;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

/// <summary>npm's unmodified openai, which asks for base64, is a judge of the wire format.</summary>
public sealed class EmbeddingsNpmTests
{
    [Fact]
    public async Task The_SDK_reads_vectors_packed_and_plain()
    {
        await using var client = await ProviderClient.StartAsync();

        var output = await NodeScript.RunAsync(
            "openai",
            Path.Combine("Embeddings", "Embeddings.mjs"),
            new Uri(client.Provider.BaseAddress, "v1").ToString()
        );

        var seen = JsonDocument.Parse(output).RootElement;
        Assert.True(seen.GetProperty("same").GetBoolean());
        Assert.Equal("[32,32]", seen.GetProperty("lengths").GetRawText());
        Assert.All(
            seen.GetProperty("squares").EnumerateArray(),
            square => Assert.Equal(1, square.GetDouble(), 1e-5)
        );
        Assert.Equal(
            """{"prompt_tokens":3,"total_tokens":3}""",
            seen.GetProperty("usage").GetRawText()
        );
        Assert.Equal(
            """{"status":400,"param":"input"}""",
            seen.GetProperty("refusal").GetRawText()
        );
    }
}
