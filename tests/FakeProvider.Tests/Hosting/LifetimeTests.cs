using System.Net;
using System.Net.Sockets;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class LifetimeTests
{
    [Fact]
    public async Task A_provider_says_where_it_listens()
    {
        await using var client = await ProviderClient.StartAsync();

        Assert.Equal(
            $"http://127.0.0.1:{client.Provider.BaseAddress.Port}/",
            $"{client.Provider.BaseAddress}"
        );
        await (await client.AskAsync("hello")).JsonAsync();
    }

    [Fact]
    public async Task A_provider_on_every_address_is_reached_over_loopback()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.Address = IPAddress.Any;
            o.AllowRemoteClients = true;
        });

        Assert.Equal("127.0.0.1", client.Provider.BaseAddress.Host);
        await (await client.AskAsync("hello")).JsonAsync();
    }

    [Fact]
    public async Task A_provider_listens_on_the_IPv6_loopback_address()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        await using var client = await ProviderClient.StartAsync(o =>
            o.Address = IPAddress.IPv6Loopback
        );

        Assert.Equal("[::1]", client.Provider.BaseAddress.Host);
        await (await client.AskAsync("hello")).JsonAsync();
    }

    [Fact]
    public async Task An_occupied_port_is_named_with_what_to_do()
    {
        await using var holder = await ProviderClient.StartAsync();
        var port = holder.Provider.BaseAddress.Port;

        var error = await Assert.ThrowsAsync<IOException>(() =>
            ProviderClient.StartAsync(o => o.Port = port)
        );

        Assert.StartsWith(
            $"The fake provider cannot listen on 127.0.0.1:{port}: the port is already in use",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("choose another port", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_processs_own_server_settings_open_no_second_endpoint()
    {
        const string Variable = "Kestrel__Endpoints__Public__Url";
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        var port = ((IPEndPoint)reserved.LocalEndpoint).Port;
        reserved.Stop();
        Environment.SetEnvironmentVariable(Variable, $"http://127.0.0.1:{port}");
        try
        {
            await using var client = await ProviderClient.StartAsync();
            using var other = new HttpClient();

            await Assert.ThrowsAsync<HttpRequestException>(() =>
                other.GetAsync(
                    new Uri($"http://127.0.0.1:{port}/v1/models"),
                    TestContext.Current.CancellationToken
                )
            );
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public async Task An_address_of_another_machine_is_refused_at_start()
    {
        var error = await Assert.ThrowsAsync<IOException>(() =>
            ProviderClient.StartAsync(o =>
            {
                o.Address = IPAddress.Parse("192.0.2.1");
                o.AllowRemoteClients = true;
            })
        );

        Assert.Contains("cannot listen on 192.0.2.1:0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposal_frees_the_port()
    {
        var first = await ProviderClient.StartAsync();
        var port = first.Provider.BaseAddress.Port;
        await (await first.AskAsync("hello")).JsonAsync();
        await first.DisposeAsync();

        await using var second = await ProviderClient.StartAsync(o => o.Port = port);

        await (await second.AskAsync("hello")).JsonAsync();
    }

    [Fact]
    public async Task Disposal_cuts_off_requests_that_wait_out_their_delay()
    {
        var clock = new ManualTimeProvider();
        var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = clock;
            o.Latency = Delay.Fixed("1h");
        });
        var answer = client.AskAsync("hello");
        await Eventually.TrueAsync(() => clock.PendingTimers > 0);

        await client.Provider.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
        await Eventually.TrueAsync(() => client.Provider.GetStatistics().Abandoned == 1);
        Assert.Equal(0, clock.PendingTimers);
    }

    [Fact]
    public async Task A_client_that_goes_away_is_counted_and_its_delay_ends()
    {
        var clock = new ManualTimeProvider();
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = clock;
            o.Latency = Delay.Fixed("1h");
        });
        using var impatient = new CancellationTokenSource();
        var answer = client.Http.PostAsync(
            ProviderClient.ChatPath,
            new StringContent(ProviderClient.Body("hello")),
            impatient.Token
        );
        await Eventually.TrueAsync(() => clock.PendingTimers > 0);

        await impatient.CancelAsync();
        await Eventually.TrueAsync(() => client.Provider.GetStatistics().Abandoned > 0);

        Assert.Equal(0, clock.PendingTimers);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task Providers_in_one_process_share_nothing()
    {
        await using var one = await ProviderClient.StartAsync();
        await using var two = await ProviderClient.StartAsync();

        await one.AskAsync("hello");

        Assert.Equal(1, one.Provider.GetStatistics().ChatRequests);
        Assert.Equal(0, two.Provider.GetStatistics().ChatRequests);
    }

    [Fact]
    public async Task Disposing_twice_does_no_harm()
    {
        var provider = (await ProviderClient.StartAsync()).Provider;

        await provider.DisposeAsync();
        await provider.DisposeAsync();
    }
}
