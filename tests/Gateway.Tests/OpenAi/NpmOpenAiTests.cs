using System.Text.Json.Nodes;
using GatewayBench;
using GatewayBench.Support;

namespace Gateway.Tests;

/// <summary>npm's unmodified openai is the other judge: a gateway should be to it what the provider is.</summary>
public sealed class NpmOpenAiTests
{
    [Theory]
    [InlineData("plain", "It is  sunny.")]
    [InlineData("stream", "It is\n sunny, \"so\" they say — 日本.")]
    [InlineData("call", null)]
    [InlineData("streamedCall", null)]
    [InlineData("agent", null)]
    [InlineData("streamedAgent", null)]
    public async Task The_SDK_makes_of_the_gateway_what_it_makes_of_the_provider(
        string command,
        string? text
    )
    {
        await using var provider = await Providers.StartAsync(o => Script(o.Replies, text));
        await using var gateway = Providers.Gateway(provider);
        using var client = gateway.Connect();

        var direct = await RunAsync(new Uri(provider.BaseAddress, "v1"), command);
        var through = await RunAsync(client.ApiAddress(), command);

        Assert.Equal(Lasting(direct).ToJsonString(), Lasting(through).ToJsonString());
    }

    [Fact]
    public async Task The_SDK_finds_models()
    {
        await using var provider = await Providers.StartAsync();
        await using var gateway = Providers.Gateway(provider, ("Completions:Models:0", "gpt-4o"));
        using var client = gateway.Connect();

        var models = await RunAsync(client.ApiAddress(), "models");

        Assert.Equal("""["gpt-4o-mini","gpt-4o"]""", models["names"]!.ToJsonString());
        Assert.Equal("gpt-4o", models["one"]!["id"]!.GetValue<string>());
    }

    public static async Task<JsonNode> RunAsync(Uri api, string command, string key = "sk-any") =>
        JsonNode.Parse(
            await NodeScript.RunAsync(
                "openai",
                Path.Combine("OpenAi", "openai.mjs"),
                api.AbsoluteUri,
                command,
                key
            )
        )!;

    private static void Script(ReplyScripts replies, string? text)
    {
        var reply = replies.When("weather");
        if (text is not null)
        {
            reply.Then(text);
            return;
        }
        reply
            .CallTool("get_weather", new { city = "Oslo", days = 1 })
            .AndCallTool("get_weather", new { city = "Röme", days = 2 })
            .Then("It is sunny.");
    }

    // Without what differs from one answer of a provider to its next; members by name.
    private static JsonNode Lasting(JsonNode node) =>
        node switch
        {
            JsonArray items => new JsonArray([.. items.Select(item => Copy(item))]),
            JsonObject members => new JsonObject(
                members
                    .Where(member => member.Key is not ("id" or "created"))
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Copy(member.Value)))
            ),
            _ => node.DeepClone(),
        };

    private static JsonNode? Copy(JsonNode? node) => node is null ? null : Lasting(node);
}
