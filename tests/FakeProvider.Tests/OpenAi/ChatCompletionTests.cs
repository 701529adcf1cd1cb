using System.Net;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class ChatCompletionTests
{
    [Fact]
    public async Task A_completion_has_every_field_of_OpenAIs_format()
    {
        var clock = new ManualTimeProvider();
        await using var client = await ProviderClient.StartAsync(o => o.TimeProvider = clock);

        var completion = await (await client.AskAsync("hello world")).JsonAsync();

        Assert.StartsWith(
            "chatcmpl-",
            completion.GetProperty("id").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("chat.completion", completion.GetProperty("object").GetString());
        Assert.Equal(
            clock.GetUtcNow().ToUnixTimeSeconds(),
            completion.GetProperty("created").GetInt64()
        );
        Assert.Equal("gpt-4o", completion.GetProperty("model").GetString());
        var choice = Assert.Single(completion.GetProperty("choices").EnumerateArray());
        Assert.Equal(0, choice.GetProperty("index").GetInt32());
        Assert.Equal("stop", choice.GetProperty("finish_reason").GetString());
        var message = choice.GetProperty("message");
        Assert.Equal("assistant", message.GetProperty("role").GetString());
        Assert.Equal(50, message.GetProperty("content").GetString()!.Split(' ').Length);
        var usage = completion.GetProperty("usage");
        Assert.Equal(9, usage.GetProperty("prompt_tokens").GetInt32());
        Assert.Equal(50, usage.GetProperty("completion_tokens").GetInt32());
        Assert.Equal(59, usage.GetProperty("total_tokens").GetInt32());
    }

    [Fact]
    public async Task The_answer_carries_its_length()
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.AskAsync("hello");

        Assert.Equal(
            (
                await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
            ).Length,
            response.Content.Headers.ContentLength
        );
    }

    [Theory]
    [InlineData("max_tokens", 7, 7, "length")]
    [InlineData("max_completion_tokens", 7, 7, "length")]
    [InlineData("max_tokens", 50, 50, "stop")]
    [InlineData("max_tokens", 5000, 50, "stop")]
    public async Task The_requests_maximum_cuts_the_reply(
        string param,
        int maximum,
        int expectedTokens,
        string expectedFinish
    )
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(
            ProviderClient.ChatPath,
            $$"""{"{{param}}":{{maximum}},"model":"m","messages":[{"role":"user","content":"hi"}]}"""
        );
        var completion = await response.JsonAsync();

        var choice = completion.GetProperty("choices")[0];
        Assert.Equal(expectedFinish, choice.GetProperty("finish_reason").GetString());
        var text = choice.GetProperty("message").GetProperty("content").GetString()!;
        Assert.Equal(expectedTokens, text.Split(' ').Length);
        var usage = completion.GetProperty("usage");
        Assert.Equal(expectedTokens, usage.GetProperty("completion_tokens").GetInt32());
    }

    [Fact]
    public async Task Replies_depend_on_the_seed_and_the_messages_alone()
    {
        await using var one = await ProviderClient.StartAsync();
        await using var same = await ProviderClient.StartAsync();
        await using var other = await ProviderClient.StartAsync(o => o.Seed = 43);
        await one.AskAsync("something before");

        var reply = await (await one.AskAsync("hello")).ReplyAsync();

        Assert.Equal(reply, await (await one.AskAsync("hello")).ReplyAsync());
        Assert.Equal(reply, await (await same.AskAsync("hello")).ReplyAsync());
        Assert.NotEqual(reply, await (await one.AskAsync("hello!")).ReplyAsync());
        Assert.NotEqual(reply, await (await other.AskAsync("hello")).ReplyAsync());
    }

    [Fact]
    public async Task Ids_are_unique_even_for_equal_requests()
    {
        await using var client = await ProviderClient.StartAsync();

        var first = await (await client.AskAsync("hello")).JsonAsync();
        var second = await (await client.AskAsync("hello")).JsonAsync();

        Assert.NotEqual(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("openai/v1/chat/completions")]
    [InlineData("openai/deployments/my-gpt/chat/completions?api-version=2024-10-21")]
    public async Task Azures_paths_give_the_same_reply(string path)
    {
        await using var client = await ProviderClient.StartAsync();

        var azure = await client.PostAsync(path, ProviderClient.Body("hello"));

        Assert.Equal(await (await client.AskAsync("hello")).ReplyAsync(), await azure.ReplyAsync());
    }

    [Fact]
    public async Task On_Azures_deployment_path_the_deployment_stands_in_for_the_model()
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(
            "openai/deployments/my-gpt/chat/completions",
            """{"messages":[{"role":"user","content":"hello"}]}"""
        );

        Assert.Equal("my-gpt", (await response.JsonAsync()).GetProperty("model").GetString());
    }

    [Fact]
    public async Task A_model_name_that_needs_escaping_is_echoed_unharmed()
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(
            ProviderClient.ChatPath,
            """{"model":"a\"b\\c\u00e9<","messages":[{"role":"user","content":"hello"}]}"""
        );

        Assert.Equal("a\"b\\cé<", (await response.JsonAsync()).GetProperty("model").GetString());
    }

    [Fact]
    public async Task A_body_of_several_megabytes_is_read_whole()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Models["gpt-4o"] = 2_000_000
        );

        var response = await client.AskAsync(string.Concat(Enumerable.Repeat("word ", 1_000_000)));

        var usage = (await response.JsonAsync(HttpStatusCode.OK)).GetProperty("usage");
        Assert.Equal(1_000_007, usage.GetProperty("prompt_tokens").GetInt32());
    }
}
