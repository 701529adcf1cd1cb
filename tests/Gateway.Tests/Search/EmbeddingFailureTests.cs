using GatewayBench.Support;

namespace Gateway.Tests;

/// <summary>What goes wrong while documents get their vectors costs time, and nothing else.</summary>
public sealed class EmbeddingFailureTests
{
    [Fact]
    public async Task A_provider_that_fails_is_asked_again_later_each_time()
    {
        using var embeddings = new ScriptedEmbeddings
        {
            Failure = new ProviderException(ProviderFailure.RateLimited, 429),
        };
        await using var host = new SearchHost(embeddings);
        host.Put(("a", "Cat", "x"));
        await host.StartAsync();
        await Eventually.TrueAsync(() => host.Clock.PendingTimers == 1);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => embeddings.Calls == 2 && host.Clock.PendingTimers == 1);
        host.Clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(2, embeddings.Calls);
        embeddings.Failure = null;
        host.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await Eventually.TrueAsync(() => host.Vectors.Count == 1);

        Assert.Equal(3, embeddings.Calls);
        Assert.Equal(
            2,
            host.Read().Value("gateway_search_embedding_failures_total", ("purpose", "document"))
        );
    }

    [Fact]
    public async Task A_file_that_fails_is_tried_again_and_nothing_is_lost()
    {
        using var embeddings = new ScriptedEmbeddings();
        await using var host = new SearchHost(embeddings);
        host.Put(("a", "Cat", "x"), ("b", "Dog", "y"));
        host.Execute(
            """
            CREATE TRIGGER broken BEFORE INSERT ON vector
            BEGIN SELECT RAISE(ABORT, 'broken'); END
            """
        );
        await host.StartAsync();
        await Eventually.TrueAsync(() => host.Clock.PendingTimers == 1);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => embeddings.Calls == 2 && host.Clock.PendingTimers == 1);
        host.Execute("DROP TRIGGER broken");
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.TrueAsync(() => host.CountVectors() == 2);

        Assert.Equal(3, embeddings.Calls);
        Assert.Equal(2, host.Vectors.Count);
        Assert.Equal(
            2,
            host.Read()
                .Value(
                    "gateway_search_embedding_failures_total",
                    ("purpose", "document"),
                    ("error_type", "SqliteException")
                )
        );
    }

    [Fact]
    public async Task A_file_that_can_not_be_read_at_the_start_is_read_later()
    {
        using var embeddings = new ScriptedEmbeddings();
        await using var host = new SearchHost(embeddings);
        host.Put(("a", "Cat", "x"));
        host.Execute("ALTER TABLE vector RENAME TO away");
        await host.StartAsync();
        await Eventually.TrueAsync(() => host.Clock.PendingTimers == 1);
        host.Execute("ALTER TABLE away RENAME TO vector");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => host.Vectors.Count == 1);

        Assert.Equal(1, embeddings.Calls);
    }

    [Fact]
    public async Task A_vector_of_another_length_costs_its_document_alone_and_is_not_asked_for_again()
    {
        using var embeddings = new ScriptedEmbeddings { Odd = "dog" };
        await using var host = new SearchHost(embeddings);
        host.Put([("a", "Cat", "x"), ("b", "Dog", "y"), .. SearchHost.Cats(100)]);
        await host.StartAsync();
        await Eventually.TrueAsync(() => host.Clock.PendingTimers == 1);
        Assert.Equal([64], embeddings.Batches);
        Assert.Equal(63, host.Vectors.Count);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => host.Vectors.Count == 101);
        host.Put(("c", "Cat", "z"));
        host.Wake();
        await Eventually.TrueAsync(() => host.Vectors.Count == 102);
        Assert.Equal([64, 38, 1], embeddings.Batches);
        host.Put(("b", "Kitten", "y"));
        host.Wake();
        await Eventually.TrueAsync(() => host.Vectors.Count == 103);

        Assert.Equal([64, 38, 1, 1], embeddings.Batches);
        Assert.Equal(
            1,
            host.Read()
                .Value(
                    "gateway_search_embedding_failures_total",
                    ("purpose", "document"),
                    ("error_type", "vector_refused")
                )
        );
    }

    [Fact]
    public async Task A_batch_is_kept_in_one_transaction()
    {
        using var embeddings = new ScriptedEmbeddings();
        await using var host = new SearchHost(embeddings);
        host.Put(SearchHost.Cats(EmbeddingWorker.BatchSize));
        // The last one of the batch takes the others with it.
        host.Execute(
            $"""
            CREATE TRIGGER broken BEFORE INSERT ON vector WHEN new.number = {EmbeddingWorker.BatchSize}
            BEGIN SELECT RAISE(ABORT, 'broken'); END
            """
        );
        await host.StartAsync();
        await Eventually.TrueAsync(() => host.Clock.PendingTimers == 1);

        Assert.Equal(0, host.CountVectors());
    }

    [Fact]
    public async Task Vectors_of_another_length_than_most_in_a_file_are_made_again()
    {
        var folder = Directory.CreateTempSubdirectory("search-");
        try
        {
            var options = new SearchOptions { Database = Path.Combine(folder.FullName, "s.db") };
            using var embeddings = new ScriptedEmbeddings();
            await using (var host = new SearchHost(embeddings, options))
            {
                host.Put(("a", "Cat", "x"), ("b", "Dog", "y"), ("c", "Car", "z"));
                await host.EmbedAllAsync(3);
                host.Execute("UPDATE vector SET data = x'010203' WHERE number = 1");
            }
            embeddings.Batches.Clear();
            await using var again = new SearchHost(embeddings, options);
            await again.EmbedAllAsync(3);

            Assert.Equal([1], embeddings.Batches);
            Assert.Equal("a", (await again.FindAsync("feline"))[0]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
