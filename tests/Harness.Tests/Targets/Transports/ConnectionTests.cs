using System.Collections.Concurrent;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Targets;

public sealed class ConnectionTests
{
    private const int Requests = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Way.Connected), MemberType = typeof(Way))]
    public async Task The_server_sees_one_connection_or_a_fresh_one_for_each_request(Way way)
    {
        var seen = new ConcurrentDictionary<string, int>();
        await using var gateway = await StartAsync(
            way,
            context =>
            {
                seen.AddOrUpdate(context.Connection.Id, 1, (_, count) => count + 1);
                return context.Response.WriteAsync("ok");
            }
        );
        using var client = gateway.CreateClient();

        for (var i = 0; i < Requests; i++)
        {
            Assert.Equal("ok", await SendAsync(gateway, client));
        }

        Assert.Equal(way.Fresh ? Requests : 1, seen.Count);
    }

    [Theory]
    [MemberData(nameof(Way.Connected), MemberType = typeof(Way))]
    public async Task Requests_at_the_same_time_share_no_fresh_connection(Way way)
    {
        var seen = new ConcurrentDictionary<string, int>();
        var all = new TaskCompletionSource();
        var arrived = 0;
        await using var gateway = await StartAsync(
            way,
            async context =>
            {
                seen[context.Connection.Id] = 1;
                if (Interlocked.Increment(ref arrived) == Requests)
                {
                    all.SetResult();
                }
                await all.Task;
                await context.Response.WriteAsync("ok");
            }
        );
        using var client = gateway.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => SendAsync(gateway, client)));

        // Not more than one request can be on an HTTP/1.1 connection, pooled or not.
        Assert.Equal(way is { Http2: true, Fresh: false } ? 1 : Requests, seen.Count);
    }

    [Fact]
    public async Task Requests_that_wait_for_a_fresh_http2_connection_do_not_share_it_when_it_comes()
    {
        var seen = new ConcurrentDictionary<string, int>();
        var slow = new TaskCompletionSource();
        var connecting = new TaskCompletionSource();
        Way way = new(Transport.Loopback, true, false, false, "");
        await using var gateway = await StartAsync(
            way,
            context =>
            {
                seen[context.Connection.Id] = 1;
                return Task.CompletedTask;
            }
        );
        using var client = LoadClient.Create(
            new() { Http2 = true, Fresh = true },
            handler =>
                handler.ConnectCallback = async (context, cancellation) =>
                {
                    connecting.TrySetResult();
                    await slow.Task;
                    return await SocketConnect.ConnectAsync(context.DnsEndPoint, cancellation);
                }
        );

        var sending = Enumerable
            .Range(0, Requests)
            .Select(_ => SendAsync(gateway, client))
            .ToList();
        await connecting.Task.WaitAsync(Cancellation);
        slow.SetResult();
        await Task.WhenAll(sending);

        Assert.Equal(Requests, seen.Count);
    }

    [Fact]
    public async Task More_streams_than_one_connection_takes_get_another_instead_of_a_queue()
    {
        const int Streams = 150;
        var seen = new ConcurrentDictionary<string, int>();
        var all = new TaskCompletionSource();
        var arrived = 0;
        await using var gateway = await StartAsync(
            new(Transport.InMemory, true, false, false, ""),
            async context =>
            {
                seen[context.Connection.Id] = 1;
                if (Interlocked.Increment(ref arrived) == Streams)
                {
                    all.SetResult();
                }
                await all.Task;
            }
        );
        using var client = gateway.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => SendAsync(gateway, client)))
            .WaitAsync(TimeSpan.FromMinutes(1), Cancellation);

        Assert.InRange(seen.Count, 2, 3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Https_is_tls_of_today(bool http2)
    {
        SslProtocols? protocol = null;
        await using var gateway = await StartAsync(
            new(Transport.Loopback, http2, true, false, ""),
            context =>
            {
                protocol = context.Features.Get<ITlsHandshakeFeature>()?.Protocol;
                return Task.CompletedTask;
            }
        );
        using var client = gateway.CreateClient();

        await SendAsync(gateway, client);

        Assert.Equal("https", gateway.BaseAddress.Scheme);
        Assert.True(protocol is SslProtocols.Tls12 or SslProtocols.Tls13, $"{protocol}");
    }

    [Fact]
    public async Task A_client_accepts_the_certificate_of_its_own_gateway_and_no_other()
    {
        Way https = new(Transport.Loopback, false, true, false, "");
        await using var one = await StartAsync(https, context => Task.CompletedTask);
        await using var two = await StartAsync(https, context => Task.CompletedTask);
        using var clientOfOne = one.CreateClient();
        using var stranger = new HttpMessageInvoker(new SocketsHttpHandler());

        await SendAsync(one, clientOfOne);
        var wrong = await Assert.ThrowsAsync<HttpRequestException>(() =>
            SendAsync(two, clientOfOne)
        );
        var untrusted = await Assert.ThrowsAsync<HttpRequestException>(() =>
            SendAsync(one, stranger)
        );

        Assert.Equal(HttpRequestError.SecureConnectionError, wrong.HttpRequestError);
        Assert.Equal(HttpRequestError.SecureConnectionError, untrusted.HttpRequestError);
    }

    [Theory]
    [InlineData(Transport.InMemory, 8080, false, false, false, "port 8080")]
    [InlineData(Transport.InMemory, 0, false, true, false, "HTTPS")]
    [InlineData(Transport.TestServer, 8080, false, false, false, "port 8080")]
    [InlineData(Transport.TestServer, 0, false, true, false, "HTTPS")]
    [InlineData(Transport.TestServer, 0, true, false, false, "HTTP/2")]
    [InlineData(Transport.TestServer, 0, false, false, true, "fresh connections")]
    public async Task What_a_transport_cannot_do_is_refused_by_name(
        Transport transport,
        int port,
        bool http2,
        bool https,
        bool fresh,
        string refused
    )
    {
        await using var gateway = new Way(transport, http2, https, fresh, "")
            .To(SampleGateway.WithoutProvider())
            .UsePort(port);

        var error = await Assert.ThrowsAsync<TargetStartException>(() =>
            gateway.StartAsync(Cancellation)
        );

        Assert.Equal(
            $"Transport.{transport} does not take {refused}; allowed: Transport.Loopback for it, or Transport.{transport} without.",
            error.Message
        );
    }

    private static async Task<GatewayHost<Program>> StartAsync(Way way, RequestDelegate answer)
    {
        var gateway = way.To(SampleGateway.WithoutProvider().Answering(answer));
        await gateway.StartAsync(Cancellation);
        return gateway;
    }

    private static async Task<string> SendAsync(
        GatewayHost<Program> gateway,
        HttpMessageInvoker client
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(gateway.BaseAddress, SampleGateway.TestPath)
        );
        using var response = await client.SendAsync(request, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }
}
