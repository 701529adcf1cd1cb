using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace GatewayBench.Tests.Targets;

public sealed class CannedTargetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Transport.Loopback, 20)]
    [InlineData(Transport.Loopback, 100_000)]
    [InlineData(Transport.InMemory, 20)]
    [InlineData(Transport.InMemory, 100_000)]
    public async Task Every_request_of_a_load_client_gets_the_same_answer(
        Transport transport,
        int bytes
    )
    {
        var body = new byte[bytes];
        new Random(1).NextBytes(body);
        await using var target = new CannedTarget(
            CannedReply.Of(
                HttpStatusCode.Accepted,
                [new("Server", ["Kestrel"]), new("transfer-encoding", ["chunked"])],
                "application/x-test",
                body
            ),
            transport
        );
        await target.StartAsync(Cancellation);
        using var client = target.CreateClient();

        for (var i = 0; i < 3; i++)
        {
            await RequireAnswerAsync(client, target, body, content: null);
            await RequireAnswerAsync(client, target, body, new ByteArrayContent(body));
            // Of a length that the client does not know, so that it is sent in chunks.
            await RequireAnswerAsync(
                client,
                target,
                body,
                JsonContent.Create(new string('x', bytes))
            );
        }
    }

    [Theory]
    [InlineData(Transport.Loopback)]
    [InlineData(Transport.InMemory)]
    public async Task A_row_of_many_users_is_answered_without_an_error(Transport transport)
    {
        await using var target = new CannedTarget(Ok("hello"), transport);

        var row = await Execution.Runs.AnsweredRowAsync(
            target,
            Scenario
                .Http("canned", user => user.PostJson("/any", new { prompt = user.NextPrompt() }))
                .Check("is the body", reply => reply.Text == "hello"),
            users: 16
        );

        Assert.True(row.Successes > 0);
        Assert.Empty(row.Errors);
        Assert.Equal(transport == Transport.InMemory ? "inmemory" : "loopback", row.Transport);
    }

    [Fact]
    public async Task What_a_gateway_answered_once_is_answered_again()
    {
        await using var gateway = SampleGateway.WithoutProvider().UseTransport(Transport.InMemory);
        await gateway.StartAsync(Cancellation);
        using var real = gateway.CreateClient();
        using var first = await GetAsync(real, new Uri(gateway.BaseAddress, "/health/live"));
        var body = await first.Content.ReadAsByteArrayAsync(Cancellation);
        await using var target = new CannedTarget(
            CannedReply.Of(
                first.StatusCode,
                first.Headers,
                first.Content.Headers.ContentType?.MediaType,
                body
            ),
            Transport.InMemory
        );

        var row = await Execution.Runs.RowAsync(target, GatewayScenarios.Health("/health/live"));
        using var client = target.CreateClient();
        using var again = await GetAsync(client, target.BaseAddress);

        Assert.Empty(row.Errors);
        Assert.Equal(first.Headers.ToString(), again.Headers.ToString());
    }

    [Fact]
    public async Task Pipelined_requests_are_answered_one_by_one()
    {
        await using var target = new CannedTarget(Ok("hello"), Transport.Loopback);
        await target.StartAsync(Cancellation);
        using var socket = new TcpClient();
        await socket.ConnectAsync(target.BaseAddress.Host, target.BaseAddress.Port, Cancellation);
        var stream = socket.GetStream();
        var requests = Encoding.ASCII.GetBytes(
            "GET / HTTP/1.1\r\n\r\nPOST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nabGET / HTTP/1.1\r\n\r\n"
        );
        var expected = Enumerable.Repeat(Ok("hello"), 3).SelectMany(bytes => bytes).ToArray();

        foreach (var piece in requests.Chunk(7))
        {
            await stream.WriteAsync(piece, Cancellation);
        }
        var answers = new byte[expected.Length];
        await stream.ReadExactlyAsync(answers, Cancellation);

        Assert.Equal(expected, answers);
    }

    [Theory]
    [InlineData(Transport.Loopback)]
    [InlineData(Transport.InMemory)]
    public async Task Once_it_is_disposed_nobody_answers(Transport transport)
    {
        var target = new CannedTarget(Ok("hello"), transport);
        await target.StartAsync(Cancellation);
        using var client = target.CreateClient();
        var address = target.BaseAddress;
        using (await GetAsync(client, address)) { }

        await target.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => GetAsync(client, address));
    }

    private static byte[] Ok(string text) =>
        CannedReply.Of(HttpStatusCode.OK, [], "text/plain", Encoding.UTF8.GetBytes(text));

    private static async Task<HttpResponseMessage> GetAsync(HttpMessageInvoker client, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await client.SendAsync(request, Cancellation);
    }

    private static async Task RequireAnswerAsync(
        HttpMessageInvoker client,
        CannedTarget target,
        byte[] body,
        HttpContent? content
    )
    {
        using var request = new HttpRequestMessage(
            content is null ? HttpMethod.Get : HttpMethod.Post,
            new Uri(target.BaseAddress, "/any")
        );
        request.Content = content;
        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("Kestrel", response.Headers.Server.ToString());
        Assert.Equal("application/x-test", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
