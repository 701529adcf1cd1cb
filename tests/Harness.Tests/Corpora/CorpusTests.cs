using System.Text.Json;

namespace GatewayBench.Tests.Corpora;

public sealed class CorpusTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_query_has_exactly_one_document_that_answers_it()
    {
        var documents = Written(1_000, seed: 42);

        Assert.Equal(1_000, documents.Select(document => document.Id).Distinct().Count());
        foreach (var query in Corpus.Queries(1_000, 42).Take(50))
        {
            var word = query.Text.Split(' ')[^1].TrimEnd('?');
            var answer = Assert.Single(
                documents,
                document => document.Text.Contains(word, StringComparison.Ordinal)
            );
            Assert.Equal(query.DocumentId, answer.Id);
        }
        Assert.True(Corpus.Queries(1_000, 42).Take(50).Distinct().Count() > 40);
    }

    [Fact]
    public void The_same_seed_writes_the_same_file_and_a_smaller_one_is_its_beginning()
    {
        var (large, small) = (PathOf("large"), PathOf("small"));
        Corpus.Write(large, 300, 42);
        Corpus.Write(small, 100, 42);

        Assert.Equal(File.ReadLines(large).Take(100), File.ReadLines(small));
        Assert.NotEqual(Written(100, 43), Written(100, 42));
        Assert.Equal(Corpus.Queries(9, 1).Take(9), Corpus.Queries(9, 1).Take(9));
    }

    [Fact]
    public void No_two_of_the_largest_corpus_share_a_word()
    {
        var words = Enumerable.Range(0, Corpus.MostDocuments).Select(i => RareWords.At(i, 42));

        Assert.Equal(Corpus.MostDocuments, words.Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Corpus.MostDocuments + 1)]
    public void A_number_of_documents_that_can_not_be_is_refused(int documents)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Corpus.Write(PathOf("x"), documents, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Corpus.Queries(documents, 1));
    }

    private List<CorpusDocument> Written(int documents, ulong seed)
    {
        var path = PathOf("corpus");
        Corpus.Write(path, documents, seed);
        return
        [
            .. File.ReadLines(path)
                .Select(line =>
                    JsonSerializer.Deserialize<CorpusDocument>(line, JsonSerializerOptions.Web)!
                ),
        ];
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
