using System.Net.Http.Headers;

namespace Gateway.Tests;

public sealed class BodyLimitTests
{
    [Theory]
    [InlineData("/nope", 2048)]
    [InlineData("/api/chat", 4096)]
    public async Task A_body_that_says_it_is_too_long_is_refused_before_it_is_read(
        string path,
        int allowed
    )
    {
        await using var gateway = Limited();
        using var client = gateway.Connect();

        using var response = await client.PostAsync(
            path,
            Body(allowed + 1),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            $"The body is {allowed + 1} bytes: at most {allowed} bytes are allowed.",
            (await response.ProblemAsync(413)).Text("detail")
        );
    }

    [Fact]
    public async Task A_body_that_does_not_say_is_cut_off_at_the_limit()
    {
        await using var gateway = Limited();
        using var client = gateway.Connect();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chat")
        {
            Content = Body(4097),
        };
        request.Headers.TransferEncodingChunked = true;

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            "The body is too long: at most 4096 bytes are allowed.",
            (await response.ProblemAsync(413)).Text("detail")
        );
    }

    private static TestGateway Limited() =>
        new("http://127.0.0.1:1/v1", ("Body:MaxBytes", "2048"), ("Chat:MaxBodyBytes", "4096"));

    private static ByteArrayContent Body(int length)
    {
        var body = new byte[length];
        body.AsSpan().Fill((byte)' ');
        return new ByteArrayContent(body)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };
    }
}
