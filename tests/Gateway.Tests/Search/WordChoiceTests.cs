using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class WordChoiceTests
{
    [Fact]
    public void Common_words_are_left_out_where_many_documents_have_them_and_rarer_ones_will_do()
    {
        var options = Options.Create(new SearchOptions());
        using var file = new SearchFile(options);
        var documents = new DocumentIndex(file, new(options));
        documents.Put(
            Enumerable
                .Range(0, WordChoice.MaxMatches)
                .Select(i => new Document($"{i}", "The", i % 10 == 0 ? "the tenth" : "the other"))
                .Append(new("rare", "The", "the whale"))
        );
        using var connection = file.Open();

        IReadOnlyList<string> Chosen(params string[] words) => WordChoice.Of(connection, words);

        Assert.Equal(["whale", "tenth"], Chosen("the", "tenth", "whale"));
        Assert.Equal(["tenth", "other"], Chosen("other", "tenth"));
        Assert.Equal(["the"], Chosen("the", "nowhere"));
        Assert.Empty(Chosen("nowhere"));
    }
}
