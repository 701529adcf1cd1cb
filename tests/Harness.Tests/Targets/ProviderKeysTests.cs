using Microsoft.Extensions.Configuration;

namespace GatewayBench.Tests.Targets;

public sealed class ProviderKeysTests
{
    [Theory]
    [InlineData("OpenAI:ApiKey")]
    [InlineData("OpenAI:ApiKeys:0")]
    [InlineData("OpenAI__ApiKeys__12")]
    [InlineData("OPENAI_API_KEY")]
    [InlineData("AZURE_OPENAI_KEY")]
    [InlineData("Llm:Providers:0:Token")]
    [InlineData("HF_TOKEN")]
    public void A_providers_key_is_replaced(string key) =>
        Assert.Equal(ProviderKeys.Placeholder, Blanked(key)[key]);

    [Theory]
    [InlineData("Auth:ApiKey")]
    [InlineData("ConnectionStrings:Default")]
    [InlineData("OpenAI:Endpoint")]
    [InlineData("Jwt:SigningKey")]
    [InlineData("Auth:Provider:ClientSecret")]
    public void What_the_gateway_needs_for_itself_stays(string key) => Assert.Empty(Blanked(key));

    private static Dictionary<string, string?> Blanked(string key) =>
        ProviderKeys.Blank(new ConfigurationBuilder().AddInMemoryCollection([new(key, "a value")]));
}
