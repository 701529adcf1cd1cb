using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench.Tests.Targets;

/// <summary>Which way the calls of a gateway to its provider go.</summary>
public sealed class ProviderHopTests
{
    private const string ClientName = "own";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Transport.Loopback, "loopback")]
    [InlineData(Transport.InMemory, "inmemory")]
    [InlineData(Transport.TestServer, "inmemory")]
    public async Task The_sample_gateways_chats_go_the_way_that_the_load_goes(
        Transport transport,
        string expected
    )
    {
        await using var provider = await StartProviderAsync();
        await using var gateway = SampleGateway
            .Open()
            .UseProvider(provider, "OpenAI:Endpoint")
            .UseTransport(transport);
        await gateway.StartAsync(Cancellation);
        Assert.Null(gateway.Info.ProviderTransport);

        var row = await Execution.Runs.RowAsync(gateway, GatewayScenarios.Chat(), users: 2);

        Assert.Empty(row.Errors);
        Assert.Equal(row.Requests + 1, provider.GetStatistics().ChatRequests);
        Assert.Equal(expected, gateway.Info.ProviderTransport);
        Assert.DoesNotContain(
            gateway.Info.Notes,
            note => note.Contains("provider", StringComparison.Ordinal)
        );
        Assert.Equal(expected == "inmemory", provider.Endpoints.SocketConnections == 0);
        Assert.Equal(expected == "loopback", provider.Endpoints.Memory.Connections == 0);
    }

    [Fact]
    public async Task A_gateway_that_builds_its_own_client_gets_the_provider_on_loopback_and_a_note()
    {
        using var own = new HttpClient();

        var info = await CallAsync((_, url) => own.GetAsync(url, Cancellation));

        Assert.Equal("loopback", info.ProviderTransport);
        Assert.Contains(
            "its provider calls went over loopback (1 connections): by clients made outside"
                + " IHttpClientFactory, or without a SocketsHttpHandler",
            info.Notes
        );
    }

    [Fact]
    public async Task Calls_both_ways_are_reported_as_both()
    {
        using var own = new HttpClient();

        var info = await CallAsync(
            async (factory, url) =>
            {
                using var _ = await own.GetAsync(url, Cancellation);
                return await factory.CreateClient(ClientName).GetAsync(url, Cancellation);
            }
        );

        Assert.Equal("inmemory and loopback", info.ProviderTransport);
    }

    [Fact]
    public async Task A_sockets_handler_inside_other_handlers_is_reached() =>
        Assert.Equal(
            "inmemory",
            await WayOfAsync(() => new Wrapper { InnerHandler = new SocketsHttpHandler() })
        );

    [Fact]
    public async Task A_client_handler_stays_on_loopback() =>
        Assert.Equal("loopback", await WayOfAsync(() => new HttpClientHandler()));

    [Fact]
    public async Task A_handler_that_is_in_use_already_stays_on_loopback()
    {
        // With a meter factory of its own, because the client factory would fail to give it one.
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var shared = new SocketsHttpHandler
        {
            MeterFactory = meters.GetRequiredService<IMeterFactory>(),
        };
        await using var other = await StartProviderAsync();
        using var earlier = new HttpClient(shared, disposeHandler: false);
        using var _ = await earlier.GetAsync(Models(other), Cancellation);

        Assert.Equal("loopback", await WayOfAsync(() => shared));
    }

    [Fact]
    public async Task The_gateways_handlers_keep_their_limits()
    {
        using var limited = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 3,
            PooledConnectionLifetime = TimeSpan.FromMinutes(7),
        };
        await using var provider = await StartProviderAsync();
        await using var taught = await StartGatewayAsync(Transport.InMemory, provider, limited);
        await using var untouched = await StartGatewayAsync(Transport.Loopback, provider, null);
        await using var byDefault = await StartGatewayAsync(Transport.InMemory, provider, null);

        Assert.Same(limited, HandlerOf(taught));
        Assert.NotNull(limited.ConnectCallback);
        Assert.Equal(3, limited.MaxConnectionsPerServer);
        Assert.Equal(TimeSpan.FromMinutes(7), limited.PooledConnectionLifetime);
        Assert.Null(HandlerOf(untouched).ConnectCallback);
        Assert.NotNull(HandlerOf(byDefault).ConnectCallback);
        Assert.Equal(
            HandlerOf(untouched).PooledConnectionLifetime,
            HandlerOf(byDefault).PooledConnectionLifetime
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Other_hosts_are_connected_to_as_the_gateway_would_have(bool hasCallback)
    {
        var asked = new List<int>();
        using var handler = new SocketsHttpHandler();
        if (hasCallback)
        {
            handler.ConnectCallback = (context, cancellation) =>
            {
                asked.Add(context.DnsEndPoint.Port);
                return SocketConnect.ConnectAsync(context.DnsEndPoint, cancellation);
            };
        }
        await using var provider = await StartProviderAsync();
        await using var other = await StartProviderAsync();
        await using var gateway = await StartGatewayAsync(Transport.InMemory, provider, handler);
        using var client = gateway
            .Services.GetRequiredService<IHttpClientFactory>()
            .CreateClient(ClientName);

        using var first = await client.GetAsync(Models(provider), Cancellation);
        using var second = await client.GetAsync(Models(other), Cancellation);

        Assert.True(first.IsSuccessStatusCode && second.IsSuccessStatusCode);
        Assert.Equal(1, other.Endpoints.SocketConnections);
        Assert.Equal(1, provider.Endpoints.Memory.Connections);
        Assert.Equal(hasCallback ? [other.BaseAddress.Port] : [], asked);
    }

    private static Task<FakeProvider> StartProviderAsync() =>
        FakeProvider.StartAsync(o => o.Latency = Delay.None, Cancellation);

    private static Uri Models(FakeProvider provider) => new(provider.BaseAddress, "v1/models");

    /// <summary>What a gateway in memory reports whose client has this primary handler.</summary>
    private static async Task<string?> WayOfAsync(Func<HttpMessageHandler> primary)
    {
        var info = await CallAsync(
            (factory, url) => factory.CreateClient(ClientName).GetAsync(url, Cancellation),
            primary
        );
        return info.ProviderTransport;
    }

    /// <summary>Has a gateway in memory call its provider from a request.</summary>
    private static async Task<TargetInfo> CallAsync(
        Func<IHttpClientFactory, Uri, Task<HttpResponseMessage>> call,
        Func<HttpMessageHandler>? primary = null
    )
    {
        await using var provider = await StartProviderAsync();
        await using var gateway = Gateway(Transport.InMemory, provider, primary)
            .Answering(async context =>
            {
                var factory = context.RequestServices.GetRequiredService<IHttpClientFactory>();
                using var answer = await call(factory, Models(provider));
                context.Response.StatusCode = (int)answer.StatusCode;
            });
        await gateway.StartAsync(Cancellation);
        using var client = gateway.CreateClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(gateway.BaseAddress, SampleGateway.TestPath)
        );
        using var response = await client.SendAsync(request, Cancellation);
        Assert.True(response.IsSuccessStatusCode);
        return gateway.Info;
    }

    private static async Task<GatewayHost<Program>> StartGatewayAsync(
        Transport transport,
        FakeProvider provider,
        SocketsHttpHandler? primary
    )
    {
        var gateway = Gateway(transport, provider, primary is null ? null : () => primary);
        await gateway.StartAsync(Cancellation);
        return gateway;
    }

    private static GatewayHost<Program> Gateway(
        Transport transport,
        FakeProvider provider,
        Func<HttpMessageHandler>? primary
    ) =>
        SampleGateway
            .Open()
            .UseProvider(provider, "OpenAI:Endpoint")
            .UseTransport(transport)
            .ConfigureServices(services =>
            {
                var client = services.AddHttpClient(ClientName);
                if (primary is not null)
                {
                    client.ConfigurePrimaryHttpMessageHandler(primary);
                }
            });

    private static SocketsHttpHandler HandlerOf(GatewayHost<Program> gateway)
    {
        HttpMessageHandler? handler = gateway
            .Services.GetRequiredService<IHttpMessageHandlerFactory>()
            .CreateHandler(ClientName);
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler;
        }
        return Assert.IsType<SocketsHttpHandler>(handler);
    }

    private sealed class Wrapper : DelegatingHandler;
}
