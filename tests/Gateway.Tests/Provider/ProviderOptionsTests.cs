using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class ProviderOptionsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080/v1")]
    [InlineData("http://localhost:11434/v1/")]
    [InlineData("http://[::1]:80")]
    public void A_loopback_endpoint_needs_no_key(string endpoint) =>
        Assert.Empty(Failures(o => (o.Endpoint, o.ApiKey) = (endpoint, "")));

    [Theory]
    [InlineData("")]
    [InlineData("/v1")]
    [InlineData("api.openai.com/v1")]
    [InlineData("ftp://api.openai.com/v1")]
    public void An_endpoint_that_is_no_plain_http_address_is_refused(string endpoint) =>
        Assert.Equal(
            $"OpenAI:Endpoint is '{endpoint}': allowed is an absolute http or https address without "
                + "user, query or fragment, such as https://api.openai.com/v1.",
            Assert.Single(Failures(o => o.Endpoint = endpoint))
        );

    [Theory]
    [InlineData("https://me:hunter2@host/v1")]
    [InlineData("https://host/v1?api-key=hunter2")]
    [InlineData("https://host/v1#hunter2")]
    public void A_secret_in_the_endpoint_is_refused_and_not_shown(string endpoint)
    {
        var failure = Assert.Single(Failures(o => o.Endpoint = endpoint));

        Assert.StartsWith("OpenAI:Endpoint is '(hidden", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_no_header_can_carry_is_refused_and_not_shown()
    {
        var failure = Assert.Single(Failures(o => o.ApiKey = "sk-secret\n"));

        Assert.StartsWith("OpenAI:ApiKey is '(hidden)'", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(601)]
    public void A_timeout_out_of_range_is_refused(int seconds) =>
        Assert.Equal(
            $"OpenAI:TimeoutSeconds is '{seconds}': allowed is a whole number from 1 to 600.",
            Assert.Single(Failures(o => o.TimeoutSeconds = seconds))
        );

    [Fact]
    public void A_blank_model_is_refused() =>
        Assert.Equal(
            "OpenAI:Model is ' ': allowed is the name of a model, such as gpt-4o-mini.",
            Assert.Single(Failures(o => o.Model = " "))
        );

    private static IEnumerable<string> Failures(Action<ProviderOptions> change)
    {
        var options = new ProviderOptions { ApiKey = "sk-1" };
        change(options);
        ValidateOptionsResult result = new ProviderOptionsValidator().Validate(null, options);
        return result.Failures ?? [];
    }
}
