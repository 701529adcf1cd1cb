namespace Gateway.Tests;

public sealed class QueryWordsTests
{
    [Theory]
    [InlineData("Where is it?", "\"Where\" OR \"is\" OR \"it\"")]
    [InlineData("C# 10.0", "\"C\" OR \"10\" OR \"0\"")]
    [InlineData("a \"b\" A", "\"a\" OR \"b\"")]
    [InlineData("naïve Ωmega", "\"naïve\" OR \"Ωmega\"")]
    [InlineData("?!", null)]
    [InlineData("", null)]
    public void Words_are_quoted_and_joined_by_or(string query, string? expected) =>
        Assert.Equal(expected, QueryWords.Of(query));

    [Fact]
    public void No_more_words_than_the_limit_are_looked_for()
    {
        var query = string.Join(' ', Enumerable.Range(0, QueryWords.MaxWords + 5));

        Assert.Equal(QueryWords.MaxWords, QueryWords.Of(query)!.Split(" OR ").Length);
    }
}
