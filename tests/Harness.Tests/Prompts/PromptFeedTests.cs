namespace GatewayBench.Tests.Prompts;

public sealed class PromptFeedTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Prompts_and_conversations_are_read_from_a_file()
    {
        File.WriteAllText(
            _file,
            """
            {"prompt": "one", "id": 7}

            {"messages": [{"role": "system", "content": "be brief"}, {"role": "user", "content": "old"}, {"role": "assistant", "content": "yes"}, {"role": "user", "content": "two"}]}
            """
        );

        var feed = PromptFeed.FromJsonl(_file);

        Assert.Equal(2, feed.Count);
        Assert.Equal(Path.GetFileName(_file), feed.Name);
        Assert.Equal(["one", "two"], Draw(feed, 50).Distinct().Order());
    }

    [Theory]
    [InlineData("{\"prompt\": \"\"}")]
    [InlineData("{\"prompt\": 7}")]
    [InlineData("{\"messages\": [{\"role\": \"system\", \"content\": \"x\"}]}")]
    [InlineData("[\"prompt\"]")]
    [InlineData("plain text")]
    public void A_line_without_a_prompt_is_named_with_its_number_and_value(string line)
    {
        File.WriteAllLines(_file, ["{\"prompt\": \"fine\"}", "", line]);

        var error = Assert.Throws<InvalidDataException>(() => PromptFeed.FromJsonl(_file));

        Assert.StartsWith(
            $"{_file}, line 3: '{line}' is no prompt; allowed: ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_without_a_prompt_is_refused()
    {
        var error = Assert.Throws<InvalidDataException>(() => PromptFeed.FromJsonl(_file));

        Assert.StartsWith(
            $"{_file} holds no prompt; allowed: ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_huge_prompt_comes_as_often_and_is_as_long_as_said()
    {
        var feed = PromptFeed.Of("small").WithHuge(tokens: 5_000, oneIn: 10);

        string[] drawn = [.. Draw(feed, 2_000)];

        string[] huge = [.. drawn.Where(prompt => prompt != "small")];
        // Seeded: 200 are expected, with a standard deviation of 13.4.
        Assert.InRange(huge.Length, 160, 240);
        Assert.All(huge, prompt => Assert.Equal(5_000, PromptWriter.Tokens(prompt)));
        Assert.Equal("1 in code, 1 in 10 of 5,000 tokens", feed.Name);
    }

    [Fact]
    public void What_makes_no_feed_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PromptFeed.Of());
        Assert.Throws<ArgumentException>(() => PromptFeed.Of("a", " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => PromptFeed.Bundled.WithHuge(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PromptFeed.Bundled.WithHuge(1, 0));
    }

    private static List<string> Draw(PromptFeed feed, int count)
    {
        var draws = new UserDraws(42, 0);
        return Enumerable.Range(0, count).Select(_ => feed.Next(draws)).ToList();
    }
}
