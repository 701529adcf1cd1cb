using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Finds documents by their words (BM25) and their meaning (cosine of embeddings), fused into one
/// ranking. Where the provider has no vector for the query in time, the words alone decide.
/// </summary>
internal sealed partial class HybridSearch(
    DocumentIndex documents,
    VectorIndex vectors,
    Embedder embedder,
    SearchMetrics metrics,
    IOptions<SearchOptions> options,
    TimeProvider clock,
    ILogger<HybridSearch> log
) : IDocumentSearch
{
    /// <summary>Documents that each ranking adds to the fusion, if no more are asked for.</summary>
    public const int Candidates = 100;

    private readonly TimeSpan _patience = TimeSpan.FromMilliseconds(
        options.Value.EmbeddingTimeoutMilliseconds
    );

    public bool HasDocuments => documents.Count > 0;

    public async Task<IReadOnlyList<FoundDocument>> SearchAsync(
        string query,
        int count,
        CancellationToken cancellationToken
    )
    {
        var started = clock.GetTimestamp();
        var candidates = Math.Max(count, Candidates);
        var rankings = new List<IReadOnlyList<long>>();
        var vector = await VectorOfAsync(query, cancellationToken);
        if (vector is not null)
        {
            rankings.Add(vectors.Nearest(vector.Value.Span, candidates));
        }
        rankings.Add(documents.Match(QueryWords.Of(query), candidates));
        var fused = RankFusion.Fuse(rankings);
        var found = documents.Fetch(fused.GetRange(0, Math.Min(count, fused.Count)));
        metrics.Searched(clock.GetElapsedTime(started), vector is not null);
        return found;
    }

    private async Task<ReadOnlyMemory<float>?> VectorOfAsync(
        string query,
        CancellationToken cancellationToken
    )
    {
        if (!embedder.Exists || vectors.Count == 0)
        {
            return null;
        }
        try
        {
            return (await embedder.EmbedAsync([query], cancellationToken, _patience))[0];
        }
        // Whatever is wrong at the provider, the words are still there.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.EmbeddingFailed("query", e);
            LogFailure(e.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Debug, "No embedding for a query, its words decide: {Reason}")]
    private partial void LogFailure(string reason);
}
