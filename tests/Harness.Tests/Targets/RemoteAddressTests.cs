using System.Net;

namespace GatewayBench.Tests.Targets;

/// <summary>Which machines are loaded.</summary>
public sealed class RemoteAddressTests
{
    [Theory]
    [InlineData("http://[::1]:80/", "[::1]", 80, true)]
    [InlineData("http://[::1]:80/", "::1", 80, true)]
    [InlineData("http://[::1]:80/", "[::2]", 80, false)]
    [InlineData("http://[::1]:80/", "[::1]", 81, false)]
    [InlineData("http://localhost/", "LOCALHOST", 80, true)]
    [InlineData("http://localhost/", "localhost.example.com", 80, false)]
    public void A_connection_goes_to_the_address_whose_host_and_port_it_has(
        string url,
        string host,
        int port,
        bool expected
    ) => Assert.Equal(expected, HostName.IsAt(new Uri(url), new DnsEndPoint(host, port)));

    [Theory]
    [InlineData("https://staging.example.com/", "loopback")]
    [InlineData(
        "https://stagin.example.com/",
        "loopback, staging.example.com",
        "staging.example.com"
    )]
    [InlineData(
        "https://staging.example.com.example.org/",
        "loopback, staging.example.com",
        "staging.example.com"
    )]
    [InlineData("http://192.0.2.7:8080/", "loopback, 192.0.2.8", "192.0.2.8")]
    [InlineData("http://localhost.example.com/", "loopback")]
    public async Task Another_machine_is_refused_before_anything_is_sent_unless_it_is_named(
        string url,
        string allowed,
        string? named = null
    )
    {
        var target = new RemoteTarget(url);
        if (named is not null)
        {
            target.Allow(named);
        }

        var error = await Assert.ThrowsAsync<TargetStartException>(() =>
            target.StartAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            $"'{url}' is not on this machine; allowed: {allowed}."
                + $" If it is yours to load, add .Allow(\"{new Uri(url).Host}\").",
            error.Message
        );
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://[::1]:5000/")]
    [InlineData("https://staging.example.com/", "STAGING.example.com")]
    [InlineData("http://192.0.2.7:8080/", "192.0.2.7")]
    public void This_machine_and_what_is_named_are_allowed(string url, string? named = null) =>
        RemoteAddress.RequireAllowed(
            RemoteAddress.Parse(url),
            named is null ? [] : [HostName.Require(named)]
        );

    [Theory]
    [InlineData("http://user:hunter2@localhost/")]
    [InlineData("http://hunter2@localhost/")]
    [InlineData("http//user:hunter2@localhost")]
    public void A_url_with_a_secret_is_refused_and_the_secret_not_repeated(string url)
    {
        var error = Assert.Throws<ArgumentException>(() => new RemoteTarget(url));

        Assert.Contains("without user", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://localhost/")]
    [InlineData("http://localhost/?key=hunter2")]
    [InlineData("http://localhost/#part")]
    public void What_is_no_target_is_refused(string url)
    {
        var error = Assert.Throws<ArgumentException>(() => new RemoteTarget(url));

        Assert.Contains(
            "allowed: http://HOST or https://HOST",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }
}
