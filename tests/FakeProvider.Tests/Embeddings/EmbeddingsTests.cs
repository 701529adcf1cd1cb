using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class EmbeddingsTests
{
    private const string Path = "v1/embeddings";

    [Fact]
    public async Task A_list_has_every_field_of_OpenAIs_format()
    {
        await using var client = await ProviderClient.StartAsync();

        var list = await AskAsync(client, """{"model":"m","input":"hello world"}""");

        Assert.Equal("list", list.GetProperty("object").GetString());
        Assert.Equal("m", list.GetProperty("model").GetString());
        var only = Assert.Single(list.GetProperty("data").EnumerateArray());
        Assert.Equal("embedding", only.GetProperty("object").GetString());
        Assert.Equal(0, only.GetProperty("index").GetInt32());
        Assert.Equal(1536, Floats(only).Length);
        Assert.Equal(2, list.GetProperty("usage").GetProperty("prompt_tokens").GetInt32());
        Assert.Equal(2, list.GetProperty("usage").GetProperty("total_tokens").GetInt32());
    }

    [Fact]
    public async Task Base64_holds_the_same_little_endian_floats()
    {
        await using var client = await ProviderClient.StartAsync();

        var plain = await AskAsync(
            client,
            """{"model":"m","input":["one","two"],"encoding_format":"float"}"""
        );
        var packed = await AskAsync(
            client,
            """{"model":"m","input":["one","two"],"encoding_format":"base64"}"""
        );

        foreach (var (left, right) in Data(plain).Zip(Data(packed)))
        {
            var bytes = right.GetProperty("embedding").GetBytesFromBase64();
            Assert.Equal(Floats(left), MemoryMarshal.Cast<byte, float>(bytes).ToArray());
        }
    }

    [Fact]
    public async Task Vectors_come_in_the_order_of_their_inputs()
    {
        await using var client = await ProviderClient.StartAsync();

        var list = await AskAsync(client, """{"model":"m","input":["one","two","one"]}""");

        var data = Data(list);
        Assert.Equal([0, 1, 2], data.Select(entry => entry.GetProperty("index").GetInt32()));
        Assert.Equal(Floats(data[0]), Floats(data[2]));
        Assert.NotEqual(Floats(data[0]), Floats(data[1]));
        var alone = await AskAsync(client, """{"input":"two","model":"other"}""");
        Assert.Equal(Floats(data[1]), Floats(Data(alone)[0]));
    }

    [Theory]
    [InlineData("[5,6,7]", 1, 3)]
    [InlineData("[[5,6],[7]]", 2, 3)]
    [InlineData("[[5,6,7]]", 1, 3)]
    public async Task Arrays_of_tokens_are_inputs_too(string input, int vectors, int tokens)
    {
        await using var client = await ProviderClient.StartAsync();

        var list = await AskAsync(client, $$"""{"model":"m","input":{{input}}}""");

        Assert.Equal(vectors, Data(list).Length);
        Assert.Equal(tokens, list.GetProperty("usage").GetProperty("prompt_tokens").GetInt32());
    }

    [Fact]
    public async Task Arrays_that_share_tokens_are_close()
    {
        await using var client = await ProviderClient.StartAsync();

        var data = Data(
            await AskAsync(client, """{"model":"m","input":[[5,6,7,8],[8,7,6,9],[1,2,3,4]]}""")
        );

        Assert.InRange(Dot(data[0], data[1]), 0.6, 0.9);
        Assert.InRange(Dot(data[0], data[2]), -0.15, 0.15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(3072)]
    public async Task Vectors_have_the_dimensions_asked_for(int dimensions)
    {
        await using var client = await ProviderClient.StartAsync();

        var list = await AskAsync(
            client,
            $$"""{"model":"m","input":"hello world","dimensions":{{dimensions}}}"""
        );

        Assert.Equal(dimensions, Floats(Data(list)[0]).Length);
        Assert.Equal(1, Dot(Data(list)[0], Data(list)[0]), 1e-5);
    }

    [Fact]
    public async Task Two_providers_of_one_seed_give_the_same_bytes()
    {
        const string Body = """{"model":"m","input":["hello","world"]}""";
        await using var first = await ProviderClient.StartAsync(o => o.Seed = 7);
        await using var second = await ProviderClient.StartAsync(o => o.Seed = 7);
        await using var other = await ProviderClient.StartAsync(o => o.Seed = 8);

        var bytes = (await AskAsync(first, Body)).GetRawText();

        Assert.Equal(bytes, (await AskAsync(second, Body)).GetRawText());
        Assert.NotEqual(bytes, (await AskAsync(other, Body)).GetRawText());
    }

    [Fact]
    public async Task The_most_inputs_that_are_allowed_are_answered()
    {
        await using var client = await ProviderClient.StartAsync();
        var inputs = string.Join(',', Enumerable.Range(0, 2048).Select(i => $"\"text {i}\""));

        var list = await AskAsync(
            client,
            $$"""{"model":"m","input":[{{inputs}}],"encoding_format":"base64"}"""
        );

        Assert.Equal(2048, Data(list).Length);
        Assert.Equal(4096, list.GetProperty("usage").GetProperty("total_tokens").GetInt32());
    }

    [Theory]
    [InlineData("v1/embeddings")]
    [InlineData("openai/v1/embeddings")]
    [InlineData("openai/deployments/small/embeddings?api-version=2024-10-21")]
    public async Task Azures_paths_lead_to_the_same(string path)
    {
        await using var client = await ProviderClient.StartAsync();

        var list = await (
            await client.PostAsync(path, """{"model":"m","input":"hello"}""")
        ).JsonAsync();

        Assert.Equal("m", list.GetProperty("model").GetString());
    }

    [Fact]
    public async Task A_deployment_stands_in_for_the_model()
    {
        await using var client = await ProviderClient.StartAsync();

        var list = await (
            await client.PostAsync("openai/deployments/small/embeddings", """{"input":"hello"}""")
        ).JsonAsync();

        Assert.Equal("small", list.GetProperty("model").GetString());
    }

    [Fact]
    public async Task Neither_scripts_nor_context_windows_are_for_vectors()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.Models["m"] = 3;
            o.Replies.When("hello").Then("bye");
            o.Replies.Always("nothing");
        });

        var list = await AskAsync(client, """{"model":"m","input":["hello world","a b c d"]}""");

        Assert.Equal(2, Data(list).Length);
    }

    [Fact]
    public async Task The_token_limit_counts_the_inputs_alone()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.RateLimit.TokensPerMinute = 10
        );
        const string Body = """{"model":"m","input":"one two three four"}""";

        var first = await client.PostAsync(Path, Body);
        var second = await client.PostAsync(Path, Body);
        var third = await client.PostAsync(Path, Body);

        Assert.Equal("6", first.Header("x-ratelimit-remaining-tokens"));
        await second.JsonAsync();
        var error = await third.ErrorAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal("tokens", error.Type);
    }

    [Fact]
    public async Task Damaged_bodies_get_proper_answers()
    {
        await using var client = await ProviderClient.StartAsync();

        await BodyFuzz.AnswersProperlyAsync(
            client,
            Path,
            [
                """{"model":"m","input":"hello world","dimensions":8,"user":"u"}""",
                """{"model":"m","input":["one","two \u00e9"],"encoding_format":"base64"}""",
                """{"model":"m","input":[[1,2],[3]],"encoding_format":"float","dimensions":4}""",
            ],
            count: 2_000
        );
    }

    private static async Task<JsonElement> AskAsync(ProviderClient client, string body) =>
        await (await client.PostAsync(Path, body)).JsonAsync();

    private static JsonElement[] Data(JsonElement list) =>
        [.. list.GetProperty("data").EnumerateArray()];

    private static float[] Floats(JsonElement entry) =>
        [.. entry.GetProperty("embedding").EnumerateArray().Select(e => e.GetSingle())];

    private static double Dot(JsonElement left, JsonElement right) =>
        Floats(left).Zip(Floats(right), (l, r) => (double)l * r).Sum();
}
