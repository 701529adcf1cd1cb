using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class TokenRuleTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("   \n\t ", 0)]
    [InlineData("hello", 1)]
    [InlineData("hello world", 2)]
    [InlineData("  hello \r\n world  ", 2)]
    [InlineData("sixsix", 1)]
    [InlineData("sevenup", 2)]
    [InlineData("internationalisation", 4)]
    [InlineData("日本語", 2)]
    public void Words_cost_one_token_per_started_six_bytes(string text, int expected) =>
        Assert.Equal(expected, TokenRule.Count(Encoding.UTF8.GetBytes(text)));
}
