using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class HarmlessWordsTests
{
    private readonly HarmlessWords _words = new(
        Options.Create(new ProviderOptions { ApiKey = "opensesame", ApiKeys = ["abracadabra"] })
    );

    [Theory]
    [InlineData(
        "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens."
    )]
    [InlineData("Invalid 'messages[0].content': string too long, at most 1048576 characters.")]
    [InlineData("Invalid schema for function 'get_weather': \"type\" is missing (None).")]
    [InlineData("x")]
    public void Plain_words_and_numbers_may_be_read(string message) =>
        Assert.True(_words.Are(message));

    [Theory]
    [InlineData("")]
    [InlineData("Incorrect key sk-proj")]
    [InlineData("Incorrect key 3f2a91cbb0")]
    [InlineData("Incorrect key AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGh")]
    [InlineData("Incorrect key ab****yz")]
    [InlineData("The organization org_7Hq is over its limit")]
    [InlineData("No worker at 10.0.0.5:8000/v1")]
    [InlineData("Ask ops@example.com")]
    [InlineData("Two\nlines")]
    [InlineData("Straße")]
    [InlineData("The key opensesame is not for this model")]
    [InlineData("The key abracadabra is not for this model")]
    public void What_might_be_a_key_or_an_address_may_not(string message) =>
        Assert.False(_words.Are(message));

    [Fact]
    public void Long_messages_may_not()
    {
        Assert.True(_words.Are(string.Concat(Enumerable.Repeat("word ", 100))));
        Assert.False(_words.Are(string.Concat(Enumerable.Repeat("word ", 100)) + "."));
    }
}
