using System.Text;
using Microsoft.Extensions.Configuration;

namespace GatewayBench.FakeProviderTests;

public sealed class FakeProviderConfigurationTests
{
    [Fact]
    public void A_section_sets_what_it_gives_and_leaves_the_rest()
    {
        using var scripts = new TemporaryFile("""{"replies": [{"steps": [{"text": "hi"}]}]}""");
        var options = new FakeProviderOptions { ReplyTokens = 3, Seed = 1 };
        options.Outages.Add("1s", "1s");

        options.Read(
            Section(
                $$"""
                {
                  "Port": 0, "address": "::1", "AllowRemoteClients": true, "Seed": 7,
                  "Latency": "lognormal(p50=400ms,p99=4s)", "LatencyPerPromptToken": "50us",
                  "Slots": 4, "MostWaiting": "unlimited",
                  "RateLimit": {"RequestsPerMinute": 500},
                  "Models": {"Windows": ["ft:mine=32000"], "DefaultContextWindow": 1000},
                  "Replies": {"Files": "{{scripts.Path}}"},
                  "Outages": ["10s+5s:500", "1m+10s"],
                  "Faults": ["reset@first:2"],
                  "Stubs": {"Folders": ["."]}
                }
                """
            )
        );

        Assert.Equal(("::1", true), ($"{options.Address}", options.AllowRemoteClients));
        Assert.Equal((7ul, 3), (options.Seed, options.ReplyTokens));
        Assert.Equal("lognormal(p50=400ms,p99=4s)", $"{options.Latency}");
        Assert.Equal(TimeSpan.FromMicroseconds(50), options.LatencyPerPromptToken);
        Assert.Equal((4, null), (options.Slots, options.MostWaiting));
        Assert.Equal(500, options.RateLimit.RequestsPerMinute);
        Assert.Equal((32_000, 1_000), (options.Models["ft:mine"], options.Models["other"]));
        Assert.Single(options.Replies.Copy());
        Assert.Equal([500, 503], options.Outages.Select(outage => outage.Status));
        Assert.Equal("reset@first:2", $"{Assert.Single(options.Faults.Rules)}");
        Assert.Equal(".", Assert.Single(options.Stubs.Sources).Folder);
    }

    [Fact]
    public void An_empty_list_takes_away_what_code_has_added()
    {
        var options = new FakeProviderOptions();
        options.Outages.Add("1s", "1s");

        options.Read(Section("""{"Outages": []}"""));

        Assert.Empty(options.Outages);
    }

    [Fact]
    public void A_preset_gives_way_to_a_delay_beside_it_whatever_their_order()
    {
        var options = new FakeProviderOptions().Read(
            Section("""{"TokenGap": "3ms", "Preset": "small-hosted"}""")
        );

        Assert.Equal(DelayPresets.SmallHosted.TimeToFirstToken, options.Latency);
        Assert.Equal("3ms", $"{options.TokenGap}");
    }

    [Fact]
    public void No_section_changes_nothing() =>
        Assert.Equal(
            42ul,
            new FakeProviderOptions()
                .Read(new ConfigurationBuilder().Build().GetSection("FakeProvider"))
                .Seed
        );

    [Theory]
    [InlineData("""{"Latancy": "1s"}""", "FakeProvider:Latancy is unknown; allowed: Port, ")]
    [InlineData(
        """{"RateLimit": {"PerHour": 1}}""",
        "FakeProvider:RateLimit:PerHour is unknown; allowed: RequestsPerMinute, "
    )]
    [InlineData(
        """{"RateLimit": 5}""",
        "FakeProvider:RateLimit is '5'; allowed: the keys RequestsPerMinute, "
    )]
    [InlineData("""{"Port": "x"}""", "FakeProvider:Port is 'x'; allowed: 0 to 65535.")]
    [InlineData("""{"Port": 65536}""", "FakeProvider:Port is '65536'; allowed: 0 to 65535.")]
    [InlineData("""{"Port": null}""", "FakeProvider:Port is ''; allowed: 0 to 65535.")]
    [InlineData("""{"Port": [1, 2]}""", "FakeProvider:Port is a list of 2; allowed: 0 to 65535.")]
    [InlineData("""{"Slots": 0}""", "FakeProvider:Slots is '0'; allowed: 1 to 2147483647, or unl")]
    [InlineData("""{"TokenGap": "x"}""", "FakeProvider:TokenGap: 'x' is not a delay: at character")]
    [InlineData(
        """{"LatencyPerPromptToken": "25h"}""",
        "FakeProvider:LatencyPerPromptToken is '25h'"
    )]
    [InlineData("""{"Models": {"Windows": ["m=0"]}}""", "FakeProvider:Models:Windows is 'm=0'; al")]
    [InlineData("""{"Outages": ["5s"]}""", "FakeProvider:Outages: '5s' is not an outage; allowed")]
    [InlineData(
        """{"Replies": {"Files": "no"}}""",
        "FakeProvider:Replies:Files: 'no' is not a file"
    )]
    public void What_is_unknown_or_not_allowed_is_named_in_full(string json, string expected)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new FakeProviderOptions().Read(Section(json))
        );

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    private static IConfigurationSection Section(string json)
    {
        using var stream = new MemoryStream(
            Encoding.UTF8.GetBytes($$"""{"FakeProvider": {{json}}}""")
        );
        return new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("FakeProvider");
    }
}
