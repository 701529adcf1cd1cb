namespace Gateway.Tests;

public sealed class HybridSearchTests
{
    private static readonly (string, string, string)[] Animals =
    [
        ("cats", "Cat", "The kitten sleeps all day."),
        ("dogs", "Dog", "A puppy chases everything."),
        ("cars", "Car", "The vehicle needs petrol."),
    ];

    [Fact]
    public async Task Words_find_documents_in_other_forms_and_scripts_without_embeddings()
    {
        await using var host = new SearchHost();
        host.Put(
            ("run", "Sport", "They were running fast."),
            ("cafe", "Essen", "Das Café schließt."),
            ("ja", "日本", "東京 タワー")
        );

        Assert.Equal(["run"], await host.FindAsync("who runs?"));
        Assert.Equal(["cafe"], await host.FindAsync("cafe"));
        Assert.Equal(["ja"], await host.FindAsync("東京"));
        Assert.Empty(await host.FindAsync("nothing"));
        Assert.Equal(
            4,
            host.Read()
                .Value(
                    "gateway_search_duration_seconds_count",
                    ("gateway_search_mode", "full_text")
                )
        );
    }

    [Fact]
    public async Task A_word_in_the_title_weighs_more_and_a_rare_word_more_than_a_common_one()
    {
        await using var host = new SearchHost();
        host.Put(
            ("text", "Other", "About whales and the sea."),
            ("title", "Whales", "About nothing at all here."),
            ("sea", "Sea", "The sea, the sea."),
            ("sea2", "Sea", "The sea again.")
        );

        var found = await host.FindAsync("whales sea");

        Assert.Equal(4, found.Count);
        Assert.Equal("title", (await host.FindAsync("whales"))[0]);
        Assert.Equal("text", found[0]);
    }

    [Fact]
    public async Task The_documents_come_whole_with_falling_scores_and_no_more_than_asked_for()
    {
        await using var host = new SearchHost();
        host.Put(Animals);

        var found = await host.Search.SearchAsync(
            "the kitten vehicle puppy",
            2,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(2, found.Count);
        Assert.True(found[0].Score > found[1].Score);
        var (id, title, text) = Animals.Single(animal => animal.Item1 == found[0].Id);
        Assert.Equal((id, title, text), (found[0].Id, found[0].Title, found[0].Text));
    }

    [Fact]
    public async Task Meaning_finds_what_words_do_not()
    {
        using var embeddings = new ScriptedEmbeddings();
        await using var host = new SearchHost(embeddings);
        host.Put(Animals);
        Assert.Empty(await host.FindAsync("feline"));
        await host.EmbedAllAsync(3);

        Assert.Equal("cats", (await host.FindAsync("feline"))[0]);
        Assert.Equal(
            1,
            host.Read()
                .Value("gateway_search_duration_seconds_count", ("gateway_search_mode", "hybrid"))
        );
    }

    [Fact]
    public async Task What_both_find_comes_before_what_one_finds()
    {
        using var embeddings = new ScriptedEmbeddings();
        await using var host = new SearchHost(embeddings);
        host.Put(
            ("words", "Petrol", "Petrol petrol petrol and a hound"),
            ("both", "Petrol", "For a vehicle"),
            ("meaning", "Lorry", "Lorry lorry lorry")
        );
        await host.EmbedAllAsync(3);

        Assert.Equal("both", (await host.FindAsync("petrol car"))[0]);
    }

    [Fact]
    public async Task Without_an_answer_in_time_the_words_decide()
    {
        using var embeddings = new ScriptedEmbeddings();
        await using var host = new SearchHost(
            embeddings,
            new() { EmbeddingTimeoutMilliseconds = 300 }
        );
        host.Put(Animals);
        await host.EmbedAllAsync(3);
        embeddings.Released = new TaskCompletionSource().Task;
        embeddings.Asked = () => host.Clock.Advance(TimeSpan.FromMilliseconds(300));

        Assert.Equal(["cats"], await host.FindAsync("kitten"));
        Assert.Equal(
            1,
            host.Read().Value("gateway_search_embedding_failures_total", ("purpose", "query"))
        );
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_the_search()
    {
        using var embeddings = new ScriptedEmbeddings();
        await using var host = new SearchHost(embeddings);
        host.Put(Animals);
        await host.EmbedAllAsync(3);
        embeddings.Released = new TaskCompletionSource().Task;
        using var leave = new CancellationTokenSource();
        embeddings.Asked = leave.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            host.Search.SearchAsync("kitten", 5, leave.Token)
        );
    }

    [Fact]
    public async Task Any_text_can_be_looked_for()
    {
        await using var host = new SearchHost();
        host.Put(("a", "NEAR AND OR NOT", "quoted \"text\" here*"));
        string[] queries =
        [
            "\"",
            "*",
            "a OR",
            "NOT",
            "text:NEAR(",
            "-x ^y {z}",
            "'; DROP TABLE document; --",
            "\0",
            "\ud83d\ude00",
            new string('(', 1000),
        ];
        foreach (var query in queries)
        {
            await host.FindAsync(query);
        }

        Assert.Equal(["a"], await host.FindAsync("\"quoted\" AND"));
        Assert.Equal(1, host.Documents.Count);
    }
}
