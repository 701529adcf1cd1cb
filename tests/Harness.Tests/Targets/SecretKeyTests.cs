namespace GatewayBench.Tests.Targets;

public sealed class SecretKeyTests
{
    [Theory]
    [InlineData("OpenAI:ApiKey")]
    [InlineData("OpenAI:ApiKeys:0")]
    [InlineData("OpenAI__ApiKeys__0")]
    [InlineData("OPENAI_API_KEY")]
    [InlineData("Auth:ApiKeys:load:Hash")]
    [InlineData("Auth:Users:load:PasswordHash")]
    [InlineData("ConnectionStrings:Main")]
    [InlineData("Cache:RedisPassword")]
    [InlineData("Db:Pwd")]
    [InlineData("Github:Token")]
    [InlineData("Tokens:0")]
    [InlineData("Aws:Credentials:0:Id")]
    [InlineData("Client:Secret")]
    public void A_secret_is_told_by_any_segment(string key)
    {
        var setup = new GatewayHostSetup { Settings = { [key] = "hunter 2" } };

        var shown = Assert.Single(setup.ShownSettings);

        Assert.DoesNotContain("hunter", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("2", shown, StringComparison.Ordinal);
        Assert.EndsWith("[redacted]", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Client:Secret:Name", "Client:Secret:Name=[redacted]")]
    [InlineData("Client:Token:Second name", "Client:Token:Second name=[redacted]")]
    [InlineData("Keys:sk-abcdefgh12345678:Scopes", "Keys:[redacted]:Scopes=[redacted]")]
    public void Its_value_is_redacted_whole_and_its_name_shown_unless_that_is_one_too(
        string key,
        string expected
    )
    {
        var setup = new GatewayHostSetup { Settings = { [key] = "hunter 2" } };

        Assert.Equal([expected], setup.ShownSettings);
    }

    [Theory]
    [InlineData("Auth:Enabled")]
    [InlineData("Agents:MaxTokens")]
    [InlineData("Auth:TokenSeconds")]
    [InlineData("RateLimit:TokensPerMinute")]
    public void Other_settings_are_shown(string key)
    {
        var setup = new GatewayHostSetup { Settings = { [key] = "2" } };

        Assert.Equal([$"{key}=2"], setup.ShownSettings);
    }
}
