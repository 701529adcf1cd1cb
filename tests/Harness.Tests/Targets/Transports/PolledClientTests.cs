using System.Net;
using System.Net.Sockets;

namespace GatewayBench.Tests.Targets;

public sealed class PolledClientTests : IDisposable
{
    private const int Requests = 2_000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public PolledClientTests() =>
        Assert.SkipUnless(SocketPoller.IsSupported, "Needs Linux on x64 or arm64.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Far_more_requests_at_once_than_the_server_queues_are_answered_or_fail_as_requests()
    {
        using var client = NewClient();
        // As much as Kestrel's. Far below that the kernel's own retries would take minutes.
        _listener.Start(backlog: 512);

        var sending = Enumerable.Range(0, Requests).Select(_ => SendAsync(client)).ToArray();
        var serving = ServeAsync();
        var failures = await Task.WhenAll(sending);
        _listener.Stop();
        await serving;

        Assert.All(failures, failure => Assert.True(failure is null or HttpRequestException));
        Assert.Contains(null, failures);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_a_failed_connect()
    {
        using var client = NewClient();
        _listener.Start();
        var endPoint = _listener.LocalEndpoint;
        _listener.Stop();

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() =>
            GetAsync(client, endPoint)
        );

        Assert.Equal(
            Outcome.Connect,
            ErrorClassifier.OfException(failure, inBody: false, cutOff: false, runEnded: false)
        );
    }

    [Fact]
    public void Without_descriptors_for_all_pollers_there_is_no_client_and_none_is_left()
    {
        using var handler = LoadClient.NewHandler();
        using var first = new SocketPoller();
        var made = 0;

        var failure = Assert.Throws<TargetStartException>(() =>
            PolledClient.Create(
                handler,
                pollers: 3,
                () => ++made == 1 ? first : throw new IOException("Too many open files.")
            )
        );

        Assert.Equal(
            "The load client needs 3 descriptors to wait for its sockets, and got 1: "
                + "Too many open files. Allow more open files (ulimit -n).",
            failure.Message
        );
        Assert.Throws<ObjectDisposedException>(() => first.Add(null!, 0));
    }

    private static PolledClient NewClient() =>
        PolledClient.Create(LoadClient.NewHandler(), pollers: 2, () => new SocketPoller());

    private async Task<Exception?> SendAsync(HttpMessageInvoker client) =>
        await Record.ExceptionAsync(() => GetAsync(client, _listener.LocalEndpoint));

    private static async Task GetAsync(HttpMessageInvoker client, EndPoint endPoint)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{endPoint}/");
        using var response = await client.SendAsync(request, Stop);
        Assert.Equal("ok", await response.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>Answers one request on each connection, until the listener stops.</summary>
    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptSocketAsync(Stop));
            }
        }
        catch (Exception e)
            when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped, while it waited or between two of them.
        }
    }

    private static async Task AnswerAsync(Socket socket)
    {
        using (socket)
        {
            await socket.ReceiveAsync(new byte[1_000], Stop);
            await socket.SendAsync(
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"u8.ToArray(),
                Stop
            );
        }
    }
}
