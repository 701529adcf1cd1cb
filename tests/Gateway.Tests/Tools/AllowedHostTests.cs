using System.Net;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class AllowedHostTests
{
    [Theory]
    [InlineData("example.com", "https://example.com/a", true)]
    [InlineData("example.com", "http://EXAMPLE.com/", true)]
    [InlineData("example.com", "https://example.com:8443/", false)]
    [InlineData("example.com:8443", "https://example.com:8443/", true)]
    [InlineData("example.com:8443", "https://example.com/", false)]
    [InlineData("example.com:443", "https://example.com/", true)]
    [InlineData("example.com", "https://www.example.com/", false)]
    [InlineData("example.com", "https://example.com.evil.org/", false)]
    [InlineData("example.com", "https://notexample.com/", false)]
    [InlineData("127.0.0.1:80", "http://127.0.0.1/", true)]
    [InlineData("127.0.0.1:80", "http://2130706433/", true)]
    [InlineData("[::1]:8080", "http://[::1]:8080/", true)]
    [InlineData("bücher.example", "https://xn--bcher-kva.example/", false)]
    [InlineData("xn--bcher-kva.example", "https://bücher.example/", true)]
    public void A_host_covers_itself_at_its_port(string allowed, string url, bool expected)
    {
        Assert.True(AllowedHost.TryParse(allowed, out var host));
        Assert.Equal(expected, host.Covers(new Uri(url)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://example.com")]
    [InlineData("example.com/path")]
    [InlineData("example.com:")]
    [InlineData("example.com:0")]
    [InlineData("example.com:65536")]
    [InlineData("*.example.com")]
    [InlineData("user@example.com")]
    public void What_is_no_host_is_refused(string text) =>
        Assert.False(AllowedHost.TryParse(text, out _));

    [Theory]
    [InlineData("93.184.215.14", true)]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.0.9", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_public_addresses_and_allowed_networks_are_connected_to(
        string address,
        bool expected
    )
    {
        var guard = new NetworkGuard(
            Options.Create(new HttpToolOptions { AllowedNetworks = ["10.1.0.0/16"] })
        );

        Assert.Equal(expected, guard.Allows(IPAddress.Parse(address)));
    }
}
