using System.Net;

namespace GatewayBench.FakeProviderTests;

public sealed class AnthropicRoutesTests
{
    [Theory]
    [InlineData("POST", "v1/messages/", null)]
    [InlineData("POST", "v1/messages/batches", null)]
    [InlineData("GET", "v1/modelsclaude-haiku-4-5", "anthropic-version")]
    [InlineData("POST", "v1/files", "anthropic-version")]
    public async Task An_unknown_path_is_answered_with_404(
        string method,
        string path,
        string? header
    )
    {
        var response = await SendAsync(method, path, header);

        var error = await response.ClaudeErrorAsync(HttpStatusCode.NotFound);
        Assert.Equal("not_found_error", error.Type);
        Assert.Contains($"{method} /{path}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "v1/messages", null, "POST")]
    [InlineData("GET", "v1/messages/count_tokens", null, "POST")]
    [InlineData("POST", "v1/models", "x-api-key", "GET")]
    public async Task A_wrong_method_is_answered_with_405(
        string method,
        string path,
        string? header,
        string allowed
    )
    {
        var response = await SendAsync(method, path, header);

        await response.ClaudeErrorAsync(HttpStatusCode.MethodNotAllowed);
        Assert.Equal(allowed, Assert.Single(response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("anthropic-version")]
    [InlineData("x-api-key")]
    public async Task Anthropics_clients_get_their_list_of_models(string header)
    {
        var list = await (await SendAsync("GET", "v1/models", header)).JsonAsync();

        var models = list.GetProperty("data").EnumerateArray().ToArray();
        Assert.All(models, m => Assert.Equal("model", m.GetProperty("type").GetString()));
        Assert.Equal(
            models[0].GetProperty("id").GetString(),
            list.GetProperty("first_id").GetString()
        );
        Assert.Equal(
            models[^1].GetProperty("id").GetString(),
            list.GetProperty("last_id").GetString()
        );
        Assert.False(list.GetProperty("has_more").GetBoolean());
    }

    [Fact]
    public async Task One_model_can_be_asked_for()
    {
        var model = await (
            await SendAsync("GET", "v1/models/claude-haiku-4-5", "x-api-key")
        ).JsonAsync();

        Assert.Equal("claude-haiku-4-5", model.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_model_that_is_not_listed_is_named()
    {
        var response = await SendAsync("GET", "v1/models/claude-unknown", "x-api-key");

        var error = await response.ClaudeErrorAsync(HttpStatusCode.NotFound);
        Assert.Equal("not_found_error", error.Type);
        Assert.Contains("claude-unknown", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_get_OpenAIs_list_of_models()
    {
        var list = await (await SendAsync("GET", "v1/models", header: null)).JsonAsync();

        Assert.Equal("list", list.GetProperty("object").GetString());
    }

    [Fact]
    public async Task Every_answer_has_an_id_of_its_own()
    {
        await using var client = await ProviderClient.StartAsync();

        string?[] ids =
        [
            (await client.AskClaudeAsync("hello")).Header("request-id"),
            (await client.AskClaudeAsync("hello", stream: true)).Header("request-id"),
            (await client.PostAsync(MessagesApi.Path, "nonsense")).Header("request-id"),
        ];

        Assert.All(ids, id => Assert.StartsWith("req_", id, StringComparison.Ordinal));
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    private static async Task<HttpResponseMessage> SendAsync(
        string method,
        string path,
        string? header
    )
    {
        await using var client = await ProviderClient.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (header is not null)
        {
            request.Headers.Add(header, "2023-06-01");
        }
        return await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
