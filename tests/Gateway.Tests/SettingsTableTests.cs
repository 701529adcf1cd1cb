using GatewayBench.Support;
using Microsoft.Extensions.Configuration;

namespace Gateway.Tests;

/// <summary>The table of settings in docs/gateway.md has all of them, with their defaults, and no other.</summary>
public sealed class SettingsTableTests
{
    /// <summary>What stands in the table where a default differs from machine to machine.</summary>
    private static readonly Dictionary<string, string> InWords = new()
    {
        ["Runs:Instance"] = "the machine's name",
    };

    /// <summary>What the framework reads, and not the gateway.</summary>
    private static readonly string[] Frameworks =
    [
        "Urls",
        "Logging:LogLevel:Default",
        "Logging:LogLevel:Microsoft.AspNetCore",
        "Logging:LogLevel:Npgsql",
        "Logging:Console:FormatterName",
        "Logging:Console:FormatterOptions:IncludeScopes",
        "Logging:Console:FormatterOptions:TimestampFormat",
        "Logging:Console:FormatterOptions:UseUtcTimestamp",
    ];

    [Fact]
    public void The_table_has_every_setting_and_no_other() =>
        Assert.Equal(
            OptionsProperty.All.Select(option => option.Key).Concat(Frameworks).Order(),
            SettingsTable.Defaults.Keys.Order()
        );

    [Fact]
    public void The_table_has_the_defaults_of_the_code()
    {
        Assert.NotEmpty(OptionsProperty.All);
        Assert.All(
            OptionsProperty.All,
            option =>
                Assert.Equal(
                    InWords.GetValueOrDefault(option.Key, option.Default),
                    SettingsTable.Defaults[option.Key]
                )
        );
    }

    [Fact]
    public void The_table_has_every_key_of_appsettings_with_its_value()
    {
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Repository.PathOf("src", "Gateway", "appsettings.json"))
            .Build()
            .AsEnumerable()
            .Where(entry => entry.Value is not null)
            .ToList();

        Assert.NotEmpty(settings);
        Assert.All(
            settings,
            entry =>
                Assert.Equal(
                    SettingsTable.Written(entry.Value),
                    SettingsTable.Defaults[entry.Key],
                    ignoreCase: true
                )
        );
    }
}
