using System.Net;
using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class BadRequestTests
{
    private const string User = """{"role":"user","content":"hi"}""";

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("nonsense")]
    [InlineData("{")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"hi"}]""")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"hi"}]} {}""")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"\ud800"}]}""")]
    [InlineData("""{"model":"\udc00","messages":[{"role":"user","content":"hi"}]}""")]
    [InlineData("""{"model":"m",}""")]
    public Task What_is_no_JSON_is_refused(string body) => RefusesAsync(body, "not valid JSON");

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"model":"X","messages":[{{User}}]}""");
        foreach (var letter in "Xh")
        {
            var broken = body.ToArray();
            broken[Array.LastIndexOf(broken, (byte)letter)] = 0xFF;
            await RefusesAsync(broken, "JSON");
        }
    }

    [Fact]
    public Task Bottomless_nesting_is_refused() =>
        RefusesAsync("""{"model":""" + new string('[', 100_000), "");

    [Theory]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("\"text\"", "must be a JSON object")]
    [InlineData("null", "must be a JSON object")]
    public Task What_is_no_object_is_refused(string body, string expected) =>
        RefusesAsync(body, expected);

    [Theory]
    [InlineData($$"""{"messages":[{{User}}]}""", "model", "missing_required_parameter")]
    [InlineData($$"""{"model":"","messages":[{{User}}]}""", "model", "missing_required_parameter")]
    [InlineData($$"""{"model":5,"messages":[{{User}}]}""", "model", "invalid_type")]
    [InlineData($$"""{"model":null,"messages":[{{User}}]}""", "model", "invalid_type")]
    [InlineData("""{"model":"m"}""", "messages", "missing_required_parameter")]
    [InlineData("""{"model":"m","messages":[]}""", "messages", "empty_array")]
    [InlineData("""{"model":"m","messages":"hi"}""", "messages", "invalid_type")]
    [InlineData("""{"model":"m","messages":null}""", "messages", "invalid_type")]
    [InlineData("""{"model":"m","messages":["hi"]}""", "messages[0]", "invalid_type")]
    [InlineData($$"""{"model":"m","messages":[{{User}},7]}""", "messages[1]", "invalid_type")]
    [InlineData(
        """{"model":"m","messages":[{}]}""",
        "messages[0].role",
        "missing_required_parameter"
    )]
    [InlineData("""{"model":"m","messages":[{"role":1}]}""", "messages[0].role", "invalid_type")]
    [InlineData(
        """{"model":"m","messages":[{"role":"boss"}]}""",
        "messages[0].role",
        "invalid_value"
    )]
    [InlineData(
        """{"model":"m","messages":[{"role":"user"}]}""",
        "messages[0].content",
        "missing_required_parameter"
    )]
    [InlineData(
        """{"model":"m","messages":[{"role":"user","content":null}]}""",
        "messages[0].content",
        "missing_required_parameter"
    )]
    [InlineData(
        """{"model":"m","messages":[{"role":"user","content":{}}]}""",
        "messages[0].content",
        "invalid_type"
    )]
    [InlineData(
        $$"""{"max_tokens":"9","model":"m","messages":[{{User}}]}""",
        "max_tokens",
        "invalid_type"
    )]
    [InlineData(
        $$"""{"max_tokens":0,"model":"m","messages":[{{User}}]}""",
        "max_tokens",
        "invalid_value"
    )]
    [InlineData(
        $$"""{"max_tokens":1.5,"model":"m","messages":[{{User}}]}""",
        "max_tokens",
        "invalid_value"
    )]
    [InlineData(
        $$"""{"max_tokens":99999999999,"model":"m","messages":[{{User}}]}""",
        "max_tokens",
        "invalid_value"
    )]
    [InlineData(
        $$"""{"max_completion_tokens":-1,"model":"m","messages":[{{User}}]}""",
        "max_completion_tokens",
        "invalid_value"
    )]
    [InlineData($$"""{"n":129,"model":"m","messages":[{{User}}]}""", "n", "invalid_value")]
    [InlineData(
        $$"""{"stream":"yes","model":"m","messages":[{{User}}]}""",
        "stream",
        "invalid_type"
    )]
    public async Task A_bad_parameter_is_named(string body, string param, string code)
    {
        var error = await RefusesAsync(body, $"{param}'");

        Assert.Equal(param, error.Param);
        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData(101, false)]
    [InlineData(101, true)]
    public async Task A_body_beyond_the_limit_is_refused_with_413(int bytes, bool chunked)
    {
        await using var client = await ProviderClient.StartAsync(o => o.MaxRequestBodyBytes = 100);
        using var request = new HttpRequestMessage(HttpMethod.Post, ProviderClient.ChatPath)
        {
            Content = new ByteArrayContent(new byte[bytes]),
        };
        request.Headers.TransferEncodingChunked = chunked;

        var response = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var error = await response.ErrorAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("100 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_read()
    {
        var body = ProviderClient.Body("hello");
        await using var client = await ProviderClient.StartAsync(o =>
            o.MaxRequestBodyBytes = body.Length
        );

        await (await client.PostAsync(ProviderClient.ChatPath, body)).JsonAsync();
    }

    [Fact]
    public async Task The_connection_survives_a_bad_request()
    {
        await using var client = await ProviderClient.StartAsync();

        await client.PostAsync(ProviderClient.ChatPath, "nonsense");

        await (await client.AskAsync("hello")).JsonAsync();
    }

    private static Task<ProviderError> RefusesAsync(string body, string expected) =>
        RefusesAsync(Encoding.UTF8.GetBytes(body), expected);

    private static async Task<ProviderError> RefusesAsync(byte[] body, string expected)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(ProviderClient.ChatPath, body);

        var error = await response.ErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal("invalid_request_error", error.Type);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        return error;
    }
}
