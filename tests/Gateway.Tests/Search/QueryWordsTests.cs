namespace Gateway.Tests;

public sealed class QueryWordsTests
{
    [Theory]
    [InlineData("Where is it?", "\"Where\" OR \"is\" OR \"it\"")]
    [InlineData("C# 10.0", "\"C\" OR \"10\" OR \"0\"")]
    [InlineData("a \"b\" A", "\"a\" OR \"b\"")]
    [InlineData("naïve Ωmega", "\"naïve\" OR \"Ωmega\"")]
    [InlineData("?!", "")]
    [InlineData("", "")]
    public void Words_are_quoted_each_once(string query, string expected) =>
        Assert.Equal(expected, string.Join(" OR ", QueryWords.Of(query)));

    [Fact]
    public void No_more_words_than_the_limit_are_looked_for()
    {
        var query = string.Join(' ', Enumerable.Range(0, QueryWords.MaxWords + 5));

        Assert.Equal(QueryWords.MaxWords, QueryWords.Of(query).Count);
    }
}
