using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class StartTests
{
    [Theory]
    [InlineData("Chat:MaxBodyBytes", "1", "a whole number from 1024 to 10485760")]
    [InlineData("Chat:MaxMessageChars", "0", "a whole number from 1 to 1000000")]
    [InlineData("Health:CacheSeconds", "301", "a whole number from 1 to 300")]
    [InlineData("Health:TimeoutSeconds", "0", "a whole number from 1 to 60")]
    [InlineData("OpenAI:TimeoutSeconds", "0", "a whole number from 1 to 600")]
    public async Task A_setting_out_of_range_stops_the_start_naming_key_value_and_range(
        string key,
        string value,
        string allowed
    )
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", (key, value));

        var e = Assert.Throws<OptionsValidationException>(gateway.Connect);

        Assert.Equal($"{key} is '{value}': allowed is {allowed}.", e.Message);
    }

    [Fact]
    public async Task A_remote_endpoint_without_a_key_stops_the_start()
    {
        await using var gateway = new TestGateway("https://provider.invalid/v1");

        var e = Assert.Throws<OptionsValidationException>(gateway.Connect);

        Assert.StartsWith(
            "OpenAI:ApiKey is empty: allowed is",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_setting_that_is_no_number_stops_the_start_naming_key_and_value()
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("OpenAI:TimeoutSeconds", "soon")
        );

        var e = Assert.ThrowsAny<Exception>(gateway.Connect);

        Assert.Contains("'soon' at 'OpenAI:TimeoutSeconds'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_listens_on_loopback_unless_told_otherwise()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        var urls = gateway.Services.GetRequiredService<IConfiguration>()["Urls"];

        Assert.Equal("http://127.0.0.1:5080", urls);
    }
}
