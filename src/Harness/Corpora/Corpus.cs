using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Made-up documents for retrieval, with known answers: each holds a word that no other one has. All
/// of it is a function of the seed and the number of the document, so that a corpus of 1,000 is the
/// beginning of one of 100,000.
/// </summary>
public static class Corpus
{
    /// <summary>As many as there are words for.</summary>
    public const int MostDocuments = RareWords.Count;

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Writes a JSONL file, one object with <c>id</c>, <c>title</c> and <c>text</c> a line; some 500
    /// bytes each.
    /// </summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="documents">How many: 1 to <see cref="MostDocuments"/>.</param>
    /// <param name="seed">The same seed writes the same file.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, int documents, ulong seed)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        RequireCount(documents);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.NewLine = "\n";
        for (var number = 0; number < documents; number++)
        {
            file.WriteLine(JsonSerializer.Serialize(DocumentAt(number, seed), Plain));
        }
    }

    /// <summary>Questions to a corpus in an order drawn by the seed, each with exactly one best answer.</summary>
    /// <param name="documents">Of the corpus.</param>
    /// <param name="seed">Of the corpus.</param>
    /// <returns>Without an end: take as many as needed.</returns>
    public static IEnumerable<CorpusQuery> Queries(int documents, ulong seed)
    {
        RequireCount(documents);
        return All();

        IEnumerable<CorpusQuery> All()
        {
            for (var n = 0UL; ; n++)
            {
                var number = (int)(SplitMix64.UniformAt(~seed, n) * documents);
                yield return new CorpusQuery(
                    $"What is known about the {RareWords.At(number, seed)}?",
                    IdOf(number)
                );
            }
        }
    }

    private static CorpusDocument DocumentAt(int number, ulong seed) =>
        CorpusText.Write(
            IdOf(number),
            RareWords.At(number, seed),
            SplitMix64.At(seed, (ulong)number)
        );

    private static string IdOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"doc-{number:000000}");

    private static void RequireCount(int documents)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(documents, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(documents, MostDocuments);
    }
}
