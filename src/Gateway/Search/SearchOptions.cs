using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Search</c>: the documents that can be searched, and how.</summary>
internal sealed class SearchOptions
{
    public const string Section = "Search";

    /// <summary>
    /// Path of a JSONL file that is read at the start, relative to the content root: a JSON object with <c>id</c>, <c>title</c> and
    /// <c>text</c> on each line. Default none.
    /// </summary>
    public string Corpus { get; set; } = "";

    /// <summary>
    /// Path of the SQLite file that holds documents, index and vectors, relative to the content root.
    /// Default none: a temporary one, gone when the gateway stops.
    /// </summary>
    public string Database { get; set; } = "";

    /// <summary>
    /// Whether documents and queries are also compared by the provider's embeddings, if it has any.
    /// Default true.
    /// </summary>
    public bool Embeddings { get; set; } = true;

    /// <summary>
    /// Time for the embedding of a query in milliseconds, 10 to 60,000; then its words alone decide.
    /// Default 2,000.
    /// </summary>
    public int EmbeddingTimeoutMilliseconds { get; set; } = 2_000;

    /// <summary>
    /// Most memory for vectors in megabytes (2^20 bytes), 1 to 65,536. Documents beyond are found by
    /// their words alone. Default 512.
    /// </summary>
    public int MaxVectorMegabytes { get; set; } = 512;

    /// <summary>Longest text of a document in UTF-16 characters, 1 to 1,000,000. Default 20,000.</summary>
    public int MaxTextChars { get; set; } = 20_000;

    /// <summary>Largest body of documents in bytes, 1 KB to 100 MB. Default 10 MB.</summary>
    public int MaxBodyBytes { get; set; } = 10 * 1024 * 1024;

    internal sealed class Validator : IValidateOptions<SearchOptions>
    {
        public ValidateOptionsResult Validate(string? name, SearchOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            RequireRange(
                nameof(EmbeddingTimeoutMilliseconds),
                options.EmbeddingTimeoutMilliseconds,
                10,
                60_000
            );
            RequireRange(nameof(MaxVectorMegabytes), options.MaxVectorMegabytes, 1, 65_536);
            RequireRange(nameof(MaxTextChars), options.MaxTextChars, 1, 1_000_000);
            RequireRange(nameof(MaxBodyBytes), options.MaxBodyBytes, 1024, 100 * 1024 * 1024);
            return failures.Build();

            void RequireRange(string property, int value, int min, int max) =>
                failures.RequireRange($"{Section}:{property}", value, min, max);
        }
    }
}
