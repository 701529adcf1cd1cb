using System.Net;

namespace GatewayBench.FakeProviderTests;

public sealed class ContextWindowTests
{
    // A prompt of one word costs 8 tokens.
    private const int PromptTokens = 8;

    [Fact]
    public async Task A_prompt_without_room_for_a_reply_is_refused_in_OpenAIs_words()
    {
        await using var client = await StartAsync(PromptTokens);

        var response = await client.AskAsync("hello");

        var error = await response.ErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal("context_length_exceeded", error.Code);
        Assert.Equal("invalid_request_error", error.Type);
        Assert.Equal("messages", error.Param);
        Assert.Equal(
            "This model's maximum context length is 8 tokens. However, your messages resulted in 8 "
                + "tokens. Please reduce the length of the messages.",
            error.Message
        );
    }

    [Fact]
    public async Task The_requests_maximum_needs_room_too()
    {
        await using var client = await StartAsync(PromptTokens + 10);

        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("hello", 10)).StatusCode);
        var error = await (await client.AskAsync("hello", 11)).ErrorAsync(
            HttpStatusCode.BadRequest
        );

        Assert.Contains(
            "you requested 19 tokens (8 in the messages, 11 in the completion)",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_reply_without_a_maximum_fills_the_window_and_no_more()
    {
        await using var client = await StartAsync(PromptTokens + 10);

        var completion = await (await client.AskAsync("hello")).JsonAsync();

        var choice = completion.GetProperty("choices")[0];
        Assert.Equal("length", choice.GetProperty("finish_reason").GetString());
        Assert.Equal(18, completion.GetProperty("usage").GetProperty("total_tokens").GetInt32());
    }

    [Fact]
    public async Task The_largest_maximum_does_not_overflow()
    {
        await using var client = await StartAsync(int.MaxValue);

        var error = await (await client.AskAsync("hello", int.MaxValue)).ErrorAsync(
            HttpStatusCode.BadRequest
        );

        Assert.Equal("context_length_exceeded", error.Code);
    }

    [Fact]
    public async Task A_model_that_is_not_listed_has_the_default_window()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.Models.DefaultContextWindow = PromptTokens;
            o.Models["gpt-4o"] = 1_000;
        });
        var unlisted = ProviderClient
            .Body("hello")
            .Replace("gpt-4o", "mine", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("hello")).StatusCode);
        var response = await client.PostAsync(ProviderClient.ChatPath, unlisted);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Models_are_listed_and_found_by_name()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.Models.Clear();
            o.Models["org/own"] = 10;
            o.Models["a"] = 10;
            o.Models["b"] = 10;
            o.Models.Remove("b");
        });

        var all = await GetAsync(client, "v1/models");
        var one = await (await GetAsync(client, "openai/v1/models/org/own")).JsonAsync();
        var none = await (await GetAsync(client, "v1/models/b")).ErrorAsync(
            HttpStatusCode.NotFound
        );

        var data = (await all.JsonAsync()).GetProperty("data").EnumerateArray();
        Assert.Equal(["a", "org/own"], data.Select(model => model.GetProperty("id").GetString()));
        Assert.Equal("org/own", one.GetProperty("id").GetString());
        Assert.Equal("model", one.GetProperty("object").GetString());
        Assert.Equal("model_not_found", none.Code);
    }

    private static Task<HttpResponseMessage> GetAsync(ProviderClient client, string path) =>
        client.Http.GetAsync(path, TestContext.Current.CancellationToken);

    private static Task<ProviderClient> StartAsync(int window) =>
        ProviderClient.StartAsync(o => o.Models["gpt-4o"] = window);
}
