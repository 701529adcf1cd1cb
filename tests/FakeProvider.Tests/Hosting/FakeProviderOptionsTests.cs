using System.Net;

namespace GatewayBench.FakeProviderTests;

public sealed class FakeProviderOptionsTests
{
    public static TheoryData<string, Action<FakeProviderOptions>> Invalid =>
        new()
        {
            { "Port is -1; allowed: 0 to 65535", o => o.Port = -1 },
            { "Port is 65536; allowed: 0 to 65535", o => o.Port = 65_536 },
            { "ReplyTokens is 0; allowed: 1 to 100000", o => o.ReplyTokens = 0 },
            { "MaxRequestBodyBytes is 0; allowed: 1 to", o => o.MaxRequestBodyBytes = 0 },
            {
                "RateLimit.RequestsPerMinute is -5; allowed: 1 to",
                o => o.RateLimit.RequestsPerMinute = -5
            },
            {
                "RateLimit.TokensPerMinute is 0; allowed: 1 to",
                o => o.RateLimit.TokensPerMinute = 0
            },
            {
                "Models.DefaultContextWindow is 0; allowed: 1 to",
                o => o.Models.DefaultContextWindow = 0
            },
            { "Models[\"m\"] is -1; allowed: 1 to", o => o.Models["m"] = -1 },
            {
                "Replies[1] is without a step; allowed: at least one",
                o =>
                {
                    o.Replies.Always("text");
                    o.Replies.When("a");
                }
            },
            {
                "RateLimit.OutputTokensPerMinute is 0; allowed: 1 to",
                o => o.RateLimit.OutputTokensPerMinute = 0
            },
            { "RateLimit.TokenQuota is -1; allowed: 0 to", o => o.RateLimit.TokenQuota = -1 },
            { "RateLimit.RequestQuota is -1; allowed: 0", o => o.RateLimit.RequestQuota = -1 },
            {
                "RateLimit.ConcurrentRequests is 0; allowed: 1 to 2147483647, or null for no limit",
                o => o.RateLimit.ConcurrentRequests = 0
            },
            {
                "RateLimit.TotalConcurrentRequests is 0; allowed: 1",
                o => o.RateLimit.TotalConcurrentRequests = 0
            },
            { "Overload.MaxInService is 0; allowed: 1 to", o => o.Overload.MaxInService = 0 },
            { "JournalRequests is -1; allowed: 0 to 100000", o => o.JournalRequests = -1 },
            { "JournalRequests is 100001; allowed", o => o.JournalRequests = 100_001 },
            { "IdentityHeader is ; allowed: the name of a header", o => o.IdentityHeader = "" },
            { "IdentityHeader is x id; allowed", o => o.IdentityHeader = "x id" },
            { "IdentityHeader is null; allowed", o => o.IdentityHeader = null! },
            { "Latency is null; allowed", o => o.Latency = null! },
            { "TimeProvider is null; allowed", o => o.TimeProvider = null! },
            { "Address is null; allowed", o => o.Address = null! },
            {
                "Address is 0.0.0.0; allowed: a loopback address, unless AllowRemoteClients",
                o => o.Address = IPAddress.Any
            },
        };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task An_option_that_is_not_allowed_is_named_with_its_value(
        string expected,
        Action<FakeProviderOptions> configure
    )
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            FakeProvider.StartAsync(configure, TestContext.Current.CancellationToken)
        );

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_latency_has_a_median_of_200_ms_and_a_p99_of_2_s()
    {
        var latency = new FakeProviderOptions().Latency;

        Assert.Equal(200, latency.FromUniform(0.5).TotalMilliseconds, tolerance: 0.001);
        Assert.Equal(2000, latency.FromUniform(0.99).TotalMilliseconds, tolerance: 0.001);
    }
}
