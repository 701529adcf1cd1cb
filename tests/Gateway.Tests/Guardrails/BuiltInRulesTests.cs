namespace Gateway.Tests;

public sealed class BuiltInRulesTests
{
    [Theory]
    [InlineData("card_number", "4111111111111111", "4111111111111111")]
    [InlineData("card_number", "pay 4111 1111 1111 1111 now", "4111 1111 1111 1111")]
    [InlineData("card_number", "5555-5555-5555-4444.", "5555-5555-5555-4444")]
    [InlineData("card_number", "amex 378282246310005", "378282246310005")]
    [InlineData("card_number", "4111 1111 1111 1111 12", "4111 1111 1111 1111")]
    [InlineData("card_number", "12 4111 1111 1111 1111", "4111 1111 1111 1111")]
    [InlineData("card_number", "2 4111 1111 1111 1111", "4111 1111 1111 1111")]
    [InlineData("card_number", "4111111111111112", null)]
    [InlineData("card_number", "411111111111", null)]
    [InlineData("card_number", "x4111111111111111", null)]
    [InlineData("card_number", "41111111111111111111111", null)]
    [InlineData("api_key", "key: sk-proj-0123456789abcdef!", "sk-proj-0123456789abcdef")]
    [InlineData("api_key", "AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE")]
    [InlineData(
        "api_key",
        "ghp_0123456789abcdefghijklmnopqrstuvwxyz",
        "ghp_0123456789abcdefghijklmnopqrstuvwxyz"
    )]
    [InlineData("api_key", "xoxb-123456789012", "xoxb-123456789012")]
    [InlineData("api_key", "ask-me-anything-you-want", null)]
    [InlineData("api_key", "sk-short", null)]
    [InlineData("email", "Write to joe.b+x@mail.example.com.", "joe.b+x@mail.example.com")]
    [InlineData("email", "<a@b.io>", "a@b.io")]
    [InlineData("email", "a @ b.io", null)]
    [InlineData("email", "a@localhost", null)]
    public void A_rule_finds_what_it_is_there_for(string name, string text, string? expected)
    {
        GuardrailRule[] rules = [BuiltInRules.Create(name, TimeSpan.FromSeconds(10))];
        var scan = new GuardrailScan(rules, text);
        string? found = null;
        for (var from = 0; found is null && scan.Next(from) is { } hit; from = hit.Start + 1)
        {
            found = hit.Rule is null ? null : text.Substring(hit.Start, hit.Length);
        }

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("422222222222", 0)]
    [InlineData("4222222222223", 0)]
    [InlineData("4222222222222", 13)]
    [InlineData("6304000000000000000", 19)]
    [InlineData("63040000000000000000", 0)]
    public void Card_numbers_have_13_to_19_digits(string text, int expected) =>
        Assert.Equal(expected, Luhn.CardLength(text));
}
