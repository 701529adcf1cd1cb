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
        var choice = new WordChoice();

        IReadOnlyList<string> Chosen(params string[] words) =>
            choice.Of(connection, words, documents.Count);

        Assert.Equal(["whale", "tenth"], Chosen("the", "tenth", "whale"));
        Assert.Equal(["tenth"], Chosen("other", "tenth"));
        Assert.Equal(["other"], Chosen("other", "the"));
        Assert.Equal(["the"], Chosen("the", "nowhere"));
        Assert.Equal(["the"], Chosen("the", "nowhere"));
        Assert.Empty(Chosen("nowhere"));
    }

    [Fact]
    public void Words_of_most_documents_are_looked_for_where_there_are_few_documents()
    {
        var options = Options.Create(new SearchOptions());
        using var file = new SearchFile(options);
        var documents = new DocumentIndex(file, new(options));
        documents.Put(
            Enumerable
                .Range(0, WordChoice.FewMatches)
                .Select(i => new Document($"{i}", "The", i == 0 ? "the whale" : "the other"))
        );
        using var connection = file.Open();

        Assert.Equal(
            ["whale", "the"],
            new WordChoice().Of(connection, ["the", "whale"], documents.Count)
        );
    }

    [Fact]
    public void A_word_that_was_common_may_be_rare_once_documents_have_changed()
    {
        var options = Options.Create(new SearchOptions());
        using var file = new SearchFile(options);
        var documents = new DocumentIndex(file, new(options));
        var whales = Enumerable.Range(0, 300).Select(i => new Document($"{i}", "Sea", "A whale."));
        var ships = Enumerable.Range(300, 100).Select(i => new Document($"{i}", "Sea", "A ship."));
        documents.Put([.. whales, .. ships]);
        Assert.Equal(100, documents.Match(["ship", "whale"], 400).Count);

        documents.Put(Enumerable.Range(0, 200).Select(i => new Document($"{i}", "Sea", "A boat.")));

        Assert.Equal(300, documents.Match(["boat", "whale"], 400).Count);
    }
}
