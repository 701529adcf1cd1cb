using Dapper;
using GatewayBench.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

/// <summary>The search alone, on a clock that the test moves, with embeddings if the test gives some.</summary>
internal sealed class SearchHost : IAsyncDisposable
{
    private readonly MeterReader _meters = new();
    private readonly SearchFile _file;
    private readonly EmbeddingWorker _worker;

    public SearchHost(ScriptedEmbeddings? embeddings = null, SearchOptions? options = null)
    {
        var search = Options.Create(options ?? new());
        _file = new(search);
        Vectors = new(search);
        Documents = new(_file, Vectors);
        Rules = new(search);
        var metrics = new SearchMetrics(_meters.Factory, Documents, Vectors);
        var embedder = new Embedder(embeddings);
        _worker = new(
            new(_file, Vectors),
            embedder,
            metrics,
            Clock,
            NullLogger<EmbeddingWorker>.Instance
        );
        Search = new HybridSearch(
            Documents,
            Vectors,
            new Embedder(embeddings is null ? null : Patient(embeddings)),
            metrics,
            search,
            Clock,
            NullLogger<HybridSearch>.Instance
        );
    }

    public ManualTimeProvider Clock { get; } = new();

    public DocumentIndex Documents { get; }

    public DocumentRules Rules { get; }

    public VectorIndex Vectors { get; }

    public IDocumentSearch Search { get; }

    public void Put(params (string Id, string Title, string Text)[] documents) =>
        Documents.Put(documents.Select(d => new Document(d.Id, d.Title, d.Text)));

    /// <summary>Documents about cats, named by their numbers from 0.</summary>
    public static (string Id, string Title, string Text)[] Cats(int count) =>
        [.. Enumerable.Range(0, count).Select(i => ($"{i}", "Cat", $"Cat {i}"))];

    /// <summary>Lets the background work begin.</summary>
    public Task StartAsync() => _worker.StartAsync(TestContext.Current.CancellationToken);

    public void Wake() => _worker.Wake();

    public async Task EmbedAllAsync(int expected)
    {
        await StartAsync();
        await Eventually.TrueAsync(() => Vectors.Count == expected);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string query, int count = 10) =>
        [
            .. (
                await Search.SearchAsync(query, count, TestContext.Current.CancellationToken)
            ).Select(document => document.Id),
        ];

    /// <summary>Does something to the file that the search would not.</summary>
    public void Execute(string sql)
    {
        using var connection = _file.Open();
        connection.Execute(sql);
    }

    /// <summary>How many vectors the file has.</summary>
    public long CountVectors()
    {
        using var connection = _file.Open();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM vector");
    }

    public Exposition Read() => _meters.Read();

    // As the gateway sets it up: who asks for a query's vector has little time.
    private ResilientEmbeddingGenerator Patient(ScriptedEmbeddings embeddings) =>
        new(
            [embeddings],
            new(
                "embeddings",
                keys: 1,
                new(),
                new(seed: 1),
                new(_meters.Factory),
                Clock,
                NullLogger<ProviderCalls>.Instance
            )
        );

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        _file.Dispose();
        _meters.Dispose();
    }
}
