using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class EmbeddingWorkerTests
{
    [Fact]
    public async Task Documents_are_embedded_in_batches_and_once()
    {
        using var embeddings = new ScriptedEmbeddings();
        await using var host = new SearchHost(embeddings);
        host.Put(SearchHost.Cats(150));
        await host.EmbedAllAsync(150);
        host.Put(("150", "Dog", "New."));
        host.Wake();
        await Eventually.TrueAsync(() => host.Vectors.Count == 151);

        Assert.Equal([64, 64, 22, 1], embeddings.Batches);
        Assert.Equal(151, host.Read().Value("gateway_search_vectors"));
        Assert.Equal(151, host.Read().Value("gateway_search_documents"));
    }

    [Fact]
    public async Task A_changed_document_gets_another_vector_and_an_unchanged_one_keeps_its_own()
    {
        using var embeddings = new ScriptedEmbeddings();
        await using var host = new SearchHost(embeddings);
        host.Put(("a", "Cat", "x"), ("b", "Cat", "y"));
        await host.EmbedAllAsync(2);

        host.Put(("a", "Dog", "x"), ("b", "Cat", "y"));
        Assert.Equal(1, host.Vectors.Count);
        host.Wake();
        await Eventually.TrueAsync(() => host.Vectors.Count == 2);

        Assert.Equal([2, 1], embeddings.Batches);
        Assert.Equal("a", (await host.FindAsync("hound"))[0]);
    }

    [Fact]
    public async Task A_vector_that_comes_for_an_older_text_is_dropped()
    {
        using var embeddings = new ScriptedEmbeddings();
        await using var host = new SearchHost(embeddings);
        var released = new TaskCompletionSource();
        embeddings.Released = released.Task;
        host.Put(("a", "Cat", "x"));
        await host.StartAsync();
        await Eventually.TrueAsync(() => embeddings.Calls == 1);
        host.Put(("a", "Dog", "x"));
        released.SetResult();
        host.Wake();
        await Eventually.TrueAsync(() => host.Vectors.Count == 1);

        Assert.Equal([1, 1], embeddings.Batches);
        Assert.Equal("a", (await host.FindAsync("hound"))[0]);
    }

    [Fact]
    public async Task A_file_keeps_documents_and_vectors_but_not_those_of_another_model()
    {
        var folder = Directory.CreateTempSubdirectory("search-");
        try
        {
            var options = new SearchOptions { Database = Path.Combine(folder.FullName, "s.db") };
            using var embeddings = new ScriptedEmbeddings();
            await using (var host = new SearchHost(embeddings, options))
            {
                host.Put(("a", "Cat", "x"));
                await host.EmbedAllAsync(1);
            }
            await using (var again = new SearchHost(embeddings, options))
            {
                await again.EmbedAllAsync(1);
                Assert.Equal(1, embeddings.Calls);
                Assert.Equal("a", (await again.FindAsync("feline"))[0]);
            }
            embeddings.Model = "topics-2";
            embeddings.Batches.Clear();
            await using var other = new SearchHost(embeddings, options);
            await other.EmbedAllAsync(1);

            Assert.Equal([1], embeddings.Batches);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Without_room_nothing_is_asked_for_until_there_is_some()
    {
        using var embeddings = new ScriptedEmbeddings { Dimensions = 256 };
        await using var host = new SearchHost(embeddings, new() { MaxVectorMegabytes = 1 });
        host.Put(SearchHost.Cats(1100));
        await host.EmbedAllAsync(1024);
        await Eventually.TrueAsync(() => embeddings.Batches.Sum() == 1024);
        host.Put(("1", "Dog", "Another."));
        host.Wake();
        await Eventually.TrueAsync(() => host.Vectors.Count == 1024);

        Assert.Equal("1", (await host.FindAsync("hound"))[0]);
    }
}
