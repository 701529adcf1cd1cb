using System.Net;

namespace GatewayBench.FakeProviderTests;

public sealed class MessagesBadRequestTests
{
    private const string User = """{"role":"user","content":"hi"}""";
    private const string Call =
        """{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"f","input":{}}]}""";
    private const string Result =
        """{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1"}]}""";

    [Theory]
    [InlineData("nonsense", "not valid JSON")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData($$"""{"model":"m","messages":[{{User}}]}""", "max_tokens: Field required")]
    [InlineData($$"""{"max_tokens":9,"messages":[{{User}}]}""", "model: Field required")]
    [InlineData("""{"model":"m","max_tokens":9}""", "messages: Field required")]
    [InlineData($$"""{"model":"m","max_tokens":0,"messages":[{{User}}]}""", "max_tokens")]
    [InlineData("""{"model":"m","max_tokens":9,"messages":[]}""", "messages")]
    [InlineData($$"""{"model":"m","max_tokens":9,"messages":[{{User}}],"system":7}""", "system")]
    public Task A_bad_request_is_told_what_is_wrong(string body, string expected) =>
        RefusesAsync(body, expected);

    [Theory]
    [InlineData("7", "messages.0")]
    [InlineData("{}", "messages.0.content: Field required")]
    [InlineData("""{"content":"hi"}""", "messages.0.role: Field required")]
    [InlineData("""{"role":"boss","content":"hi"}""", "user, assistant")]
    [InlineData("""{"role":"user","content":null}""", "messages.0.content")]
    [InlineData("""{"role":"user","content":["hi"]}""", "messages.0.content.0")]
    [InlineData(
        """{"role":"user","content":[{"text":"hi"}]}""",
        "messages.0.content.0.type: Field required"
    )]
    [InlineData(
        """{"role":"user","content":[{"type":"text"}]}""",
        "messages.0.content.0.text: Field required"
    )]
    [InlineData(
        """{"role":"user","content":[{"type":"text","text":5}]}""",
        "messages.0.content.0.text"
    )]
    [InlineData(
        """{"role":"user","content":[{"type":"image"}]}""",
        "messages.0.content.0.source: Field required"
    )]
    [InlineData(
        """{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"f"}]}""",
        "messages.0.content.0.input: Field required"
    )]
    [InlineData(
        """{"role":"user","content":[{"type":"tool_result"}]}""",
        "messages.0.content.0.tool_use_id: Field required"
    )]
    public Task A_bad_message_is_named(string message, string expected) =>
        RefusesMessagesAsync(message, expected);

    [Theory]
    [InlineData($"{User},{Result}", "messages.1.content.0: unexpected `tool_use_id`")]
    [InlineData($"{Call},{Result},{Result}", "messages.2.content.0: unexpected `tool_use_id`")]
    [InlineData($"{User},{Call}", "messages.1: `tool_use` ids without `tool_result`")]
    [InlineData($"{Call},{User},{Call}", "messages.0: `tool_use` ids without `tool_result`")]
    [InlineData($"{Call},{Call}", "`tool_use` ids must be unique: t1")]
    [InlineData(
        """{"role":"user","content":[{"type":"tool_use","id":"t1","name":"f","input":{}}]}""",
        "can only be in `assistant` messages"
    )]
    [InlineData(
        """{"role":"assistant","content":[{"type":"tool_result","tool_use_id":"t1"}]}""",
        "can only be in `user` messages"
    )]
    public Task Calls_and_results_of_tools_have_to_match(string messages, string expected) =>
        RefusesMessagesAsync(messages, expected);

    [Fact]
    public async Task A_thread_is_refused_by_the_code_that_clients_know()
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(
            MessagesApi.Path,
            $$$"""{"model":"m","max_tokens":9,"messages":[{{{User}}}],"thread":{"type":"create"}}"""
        );

        var error = (await response.JsonAsync(HttpStatusCode.BadRequest)).GetProperty("error");
        Assert.Equal(
            "thread_unsupported_request",
            error.GetProperty("details").GetProperty("error_code").GetString()
        );
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_with_413()
    {
        await using var client = await ProviderClient.StartAsync(o => o.MaxRequestBodyBytes = 100);

        var response = await client.AskClaudeAsync(new string('x', 101));

        var error = await response.ClaudeErrorAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("request_too_large", error.Type);
    }

    private static Task RefusesMessagesAsync(string messages, string expected) =>
        RefusesAsync($$"""{"model":"m","max_tokens":9,"messages":[{{messages}}]}""", expected);

    private static async Task RefusesAsync(string body, string expected)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(MessagesApi.Path, body);

        var error = await response.ClaudeErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal("invalid_request_error", error.Type);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
