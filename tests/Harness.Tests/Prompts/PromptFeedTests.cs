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

    [Fact]
    public void Prompts_are_told_apart_by_the_class_that_their_file_says()
    {
        File.WriteAllLines(
            _file,
            [
                "{\"prompt\": \"one\", \"class\": \"chat\"}",
                "{\"prompt\": \"two\"}",
                "{\"prompt\": \"three\", \"class\": \"chat\"}",
                "{\"prompt\": \"four\", \"class\": \"code\"}",
            ]
        );
        var feed = PromptFeed.FromJsonl(_file).WithHuge(1_000, oneIn: 5);

        Assert.Equal(["chat", "other", "code", "huge, 1,000 tokens"], feed.Classes);
        var draws = new UserDraws(42, 0);
        var drawn = Enumerable
            .Range(0, 100)
            .Select(_ => (Text: feed.Next(draws, out var of), Class: feed.Classes[of - 1]))
            .Distinct()
            .OrderBy(one => one.Class)
            .Select(one => $"{one.Class}: {one.Text[..3]}");
        Assert.Equal(
            ["chat: one", "chat: thr", "code: fou", "huge, 1,000 tokens: not", "other: two"],
            drawn.Order()
        );
    }

    [Fact]
    public void Prompts_without_a_class_are_told_apart_by_their_length()
    {
        Assert.Equal(
            ["up to 128 tokens", "129 to 512 tokens", "513 to 2,048 tokens", "over 2,048 tokens"],
            PromptFeed.Bundled.Classes
        );
        string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));
        Assert.Equal(
            [1, 1, 2, 3],
            PromptClasses
                .Of([new("a"), new(Words(128)), new(Words(129)), new(Words(2_049))])
                .OfPrompts
        );
    }

    [Fact]
    public void More_classes_than_reports_have_room_for_are_refused()
    {
        File.WriteAllLines(
            _file,
            Enumerable.Range(0, 9).Select(i => $"{{\"prompt\": \"x\", \"class\": \"c{i}\"}}")
        );

        var error = Assert.Throws<InvalidDataException>(() => PromptFeed.FromJsonl(_file));

        Assert.Equal($"{_file} has prompts of 9 classes; allowed: at most 8.", error.Message);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("a class whose name is by far too long for a table")]
    public void A_class_that_no_table_can_show_is_named_with_its_line(string name)
    {
        File.WriteAllText(_file, $"{{\"prompt\": \"x\", \"class\": \"{name}\"}}");

        var error = Assert.Throws<InvalidDataException>(() => PromptFeed.FromJsonl(_file));

        Assert.Equal(
            $"{_file}, line 1: '{name}' is no class; allowed: 1 to 40 characters, not only blanks.",
            error.Message
        );
    }

    private static List<string> Draw(PromptFeed feed, int count)
    {
        var draws = new UserDraws(42, 0);
        return Enumerable.Range(0, count).Select(_ => feed.Next(draws)).ToList();
    }
}
