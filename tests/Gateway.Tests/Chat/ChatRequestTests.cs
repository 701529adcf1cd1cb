using System.Text;

namespace Gateway.Tests;

public sealed class ChatRequestTests
{
    [Theory]
    [InlineData("{}", "message", "message is missing: a text of 1 to 50 characters")]
    [InlineData("""{"message":null}""", "message", "message is missing")]
    [InlineData("""{"message":"  "}""", "message", "message is '  ': a text of 1 to 50")]
    [InlineData("""{"message":42}""", "message", "message is 42: a string")]
    [InlineData(
        """{"message":"\ud800"}""",
        "message",
        """message is "\ud800": a string of valid"""
    )]
    [InlineData("""{"message":"a","session_id":"a b"}""", "session_id", "session_id is 'a b' of 3")]
    [InlineData("""{"message":"a","session_id":""}""", "session_id", "session_id is '' of 0")]
    [InlineData("""{"message":"a","session_id":"a\n"}""", "session_id", "1 to 128 of A-Z, a-z")]
    [InlineData(
        """{"message":"a","session_id":[1]}""",
        "session_id",
        "session_id is [1]: a string"
    )]
    [InlineData("[1]", "body", "body is [1]: a JSON object is expected")]
    [InlineData(
        """{"\ud800\ud800":1}""",
        "body",
        "body has a name that is no valid Unicode: a JSON"
    )]
    [InlineData("null", "body", "body is null: a JSON object is expected")]
    [InlineData("""{"message":"a" """, "body", "body is no JSON (line 1, byte ")]
    [InlineData("", "body", "body is no JSON (line 1, byte 1): a JSON object with message")]
    public async Task A_bad_body_is_refused_naming_field_value_and_what_is_allowed(
        string body,
        string field,
        string expected
    )
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Chat:MaxMessageChars", "50")
        );
        using var client = gateway.Connect();

        using var response = await client.ChatAsync(body);

        var problem = await response.ProblemAsync(400);
        var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal(field, error.Name);
        Assert.Contains(expected, error.Value[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(error.Value[0].GetString(), problem.Text("detail"));
        Assert.Equal(0, upstream.ChatCount);
    }

    [Fact]
    public async Task A_long_value_is_shown_truncated()
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("Chat:MaxMessageChars", "50")
        );
        using var client = gateway.Connect();
        var message = new string('m', 51);
        var session = new string('s', 129);

        using var response = await client.ChatAsync(
            $$"""{"message":"{{message}}","session_id":"{{session}}"}"""
        );

        var detail = (await response.ProblemAsync(400)).Text("detail");
        Assert.Contains(
            $"message is '{message[..40]}...' of 51 characters",
            detail,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"session_id is '{session[..40]}...' of 129 characters",
            detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_longest_allowed_values_are_accepted()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Chat:MaxMessageChars", "50")
        );
        using var client = gateway.Connect();

        using var response = await client.ChatAsync(
            $$"""{"message":"{{new string('m', 50)}}","session_id":"{{new string('s', 128)}}"}"""
        );

        Assert.True(response.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("text/plain", "text/plain; charset=utf-8")]
    [InlineData(null, "")]
    public async Task Another_content_type_is_refused(string? type, string shown)
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();
        using var content = TestGateway.Json("""{"message":"Hi"}""");
        content.Headers.ContentType = type is null ? null : new(type, "utf-8");

        using var response = await client.PostAsync(
            "/api/chat",
            content,
            TestContext.Current.CancellationToken
        );

        var problem = await response.ProblemAsync(415);
        Assert.Equal(
            $"Content-Type is '{shown}': application/json is expected.",
            problem.Text("detail")
        );
    }

    [Theory]
    [InlineData(false, "The body is 2014 bytes: at most 2000 bytes are allowed.")]
    [InlineData(true, "The body is too long: at most 2000 bytes are allowed.")]
    public async Task An_oversized_body_is_refused(bool chunked, string expected)
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("Chat:MaxBodyBytes", "2000")
        );
        using var client = gateway.Connect();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chat")
        {
            Content = new ByteArrayContent(
                Encoding.UTF8.GetBytes($$"""{"message":"{{new string('m', 2000)}}"}""")
            ),
        };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, (await response.ProblemAsync(413)).Text("detail"));
    }
}
