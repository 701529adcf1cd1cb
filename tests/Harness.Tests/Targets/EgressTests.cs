using System.Net;
using System.Net.Sockets;

namespace GatewayBench.Tests.Targets;

/// <summary>Alone, because what they look up is a violation for every gateway in the process.</summary>
[CollectionDefinition(nameof(EgressTests), DisableParallelization = true)]
[Collection(nameof(EgressTests))]
public sealed class EgressTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Transport.Loopback)]
    [InlineData(Transport.InMemory)]
    [InlineData(Transport.TestServer)]
    public async Task An_outgoing_call_to_a_host_that_is_not_listed_ends_the_run_and_names_the_host(
        Transport transport
    )
    {
        await using var provider = await FakeProvider.StartAsync(cancellationToken: Cancellation);
        await using var gateway = SampleGateway
            .Open()
            .UseTransport(transport)
            .UseProvider(provider, "Other:Endpoint")
            .UseSetting("OpenAI:Endpoint", "https://provider.invalid/v1")
            .UseSetting("OpenAI:ApiKey", "not-a-key");

        var fault = await Assert.ThrowsAsync<TargetFaultException>(() =>
            Execution.Runs.RowAsync(gateway, GatewayScenarios.Chat())
        );

        Assert.StartsWith(
            "Outgoing call to 'provider.invalid' refused; allowed: loopback.",
            fault.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("[::1]")]
    [InlineData("db.internal.invalid")]
    [InlineData("192.0.2.7")]
    public async Task Loopback_and_listed_hosts_are_allowed(string host)
    {
        using var guard = await GuardAsync("DB.internal.invalid", "192.0.2.7");

        Assert.True(guard.Allows(host));
    }

    [Fact]
    public async Task An_address_is_the_same_in_its_ipv6_form()
    {
        using var guard = await GuardAsync("192.0.2.7");

        Assert.True(guard.Allows(IPAddress.Parse("192.0.2.7").MapToIPv6()));
        Assert.True(guard.Allows(IPAddress.Loopback.MapToIPv6()));
        Assert.False(guard.Allows(IPAddress.Parse("192.0.2.8").MapToIPv6()));
    }

    [Theory]
    [InlineData("api.openai.com")]
    [InlineData("localhost.example.org")]
    [InlineData("192.0.2.8")]
    [InlineData("[2001:db8::1]")]
    public async Task Everything_else_is_not(string host)
    {
        using var guard = await GuardAsync("db.internal.invalid", "192.0.2.7");

        Assert.False(guard.Allows(host));
    }

    [Theory]
    [InlineData("https://api.example.org")]
    [InlineData("api.example.org:443")]
    public async Task What_is_no_host_can_not_be_listed(string host)
    {
        await using var gateway = SampleGateway.WithoutProvider();

        var error = Assert.Throws<ArgumentException>(() => gateway.AllowOutgoing(host));

        Assert.Contains(
            $"'{host}' is not a host; allowed:",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_first_refusal_is_the_one_that_is_kept()
    {
        using var guard = await GuardAsync();

        guard.Deny("first.invalid", held: true);
        guard.Deny("second.invalid", held: false);

        Assert.Contains("first.invalid", guard.Violation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_the_guard_cannot_wrap_is_seen_when_it_looks_up_a_name()
    {
        using var guard = await GuardAsync();

        await Assert.ThrowsAnyAsync<SocketException>(() =>
            Dns.GetHostAddressesAsync("bare-client.invalid", Cancellation)
        );

        Assert.Contains("bare-client.invalid", guard.Violation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lookup_of_a_listed_name_is_no_violation()
    {
        using var guard = await GuardAsync("listed.invalid");

        await Assert.ThrowsAnyAsync<SocketException>(() =>
            Dns.GetHostAddressesAsync("listed.invalid", Cancellation)
        );

        Assert.DoesNotContain("listed.invalid'", guard.Violation ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("192.0.2.8")]
    [InlineData("::1")]
    [InlineData("2001:db8::17")]
    public void The_runtimes_text_of_an_end_point_gives_its_address(string address)
    {
        var endPoint = new IPEndPoint(IPAddress.Parse(address), 443);

        Assert.Equal(endPoint.Address, SocketAddressText.ParseIp(endPoint.Serialize().ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("InterNetwork")]
    [InlineData("InterNetwork:16:{}")]
    [InlineData("InterNetwork:16:{1,2,3}")]
    [InlineData("Unix:110:{47,116,109,112}")]
    public void Another_text_gives_none(string text) =>
        Assert.Null(SocketAddressText.ParseIp(text));

    private static Task<EgressGuard> GuardAsync(params string[] allowed) =>
        EgressGuard.CreateAsync(allowed, Cancellation);
}
