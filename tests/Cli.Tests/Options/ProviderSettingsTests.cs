namespace GatewayBench.Cli.Tests;

public sealed class ProviderSettingsTests
{
    [Fact]
    public void A_variable_has_the_key_with_two_underscores_and_counts_only_with_a_value()
    {
        var options = new FakeProviderOptions();

        options.Set(
            ProviderSettings.FromEnvironment([
                new("FAKEPROVIDER__RATELIMIT__TOKENSPERMINUTE", "90"),
                new("FakeProvider__Outages__0", "10s+5s"),
                new("FAKEPROVIDER__OUTAGES__1", "1m+5s:500"),
                new("FAKEPROVIDER__SEED", ""),
                new("GATEWAYBENCH_SEED", "8"),
            ])
        );

        Assert.Equal(90, options.RateLimit.TokensPerMinute);
        Assert.Equal([503, 500], options.Outages.Select(outage => outage.Status));
        Assert.Equal(42ul, options.Seed);
    }

    [Theory]
    [InlineData("FAKEPROVIDER__PROT", "1", "FAKEPROVIDER__PROT is unknown; allowed: Port, ")]
    [InlineData("FAKEPROVIDER__SLOTS", "no", "FAKEPROVIDER__SLOTS is 'no'; allowed: 1 to ")]
    public void A_bad_variable_is_named(string name, string value, string expected)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new FakeProviderOptions().Set(ProviderSettings.FromEnvironment([new(name, value)]))
        );

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_value_of_a_file_is_named_with_the_file()
    {
        using var file = new SettingsFile("""{"FakeProvider": {"Slots": 0}}""");

        var error = Assert.Throws<ArgumentException>(() =>
            new FakeProviderOptions().Set(ProviderSettings.FromFile(file.Path))
        );

        Assert.StartsWith(
            $"FakeProvider:Slots in {file.Path} is '0'; allowed: 1 to",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{", "allowed: a JSON file that can be read")]
    [InlineData("{}", "has no section FakeProvider; allowed: a JSON file with one")]
    public void A_file_without_settings_is_refused(string json, string expected)
    {
        using var file = new SettingsFile(json);

        var error = Assert.Throws<UsageException>(() => ProviderSettings.FromFile(file.Path));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
