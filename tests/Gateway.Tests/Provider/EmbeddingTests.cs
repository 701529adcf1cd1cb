using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Fake = GatewayBench.FakeProvider;

namespace Gateway.Tests;

public sealed class EmbeddingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_become_vectors_in_their_order()
    {
        await using var provider = await Fake.StartAsync(cancellationToken: Cancelled);
        await using var model = new Model($"{provider.BaseAddress}v1");
        var generator = Generator(model);

        var both = await generator.GenerateAsync(
            ["one text", "another"],
            new() { Dimensions = 16 },
            Cancelled
        );
        var second = await generator.GenerateAsync(
            ["another"],
            new() { Dimensions = 16 },
            Cancelled
        );

        Assert.Equal(2, both.Count);
        Assert.All(both, embedding => Assert.Equal(16, embedding.Vector.Length));
        Assert.Equal(second[0].Vector.ToArray(), both[1].Vector.ToArray());
        Assert.NotEqual(both[0].Vector.ToArray(), both[1].Vector.ToArray());
        Assert.True(both.Usage?.InputTokenCount > 0);
        Assert.Equal(
            2,
            model
                .Metrics()
                .Value(
                    "gen_ai_client_operation_duration_seconds_count",
                    ("gen_ai_operation_name", "embeddings"),
                    ("gen_ai_request_model", "text-embedding-3-small")
                )
        );
    }

    [Fact]
    public async Task The_configured_model_is_asked_with_the_key_and_again_after_a_failure()
    {
        await using var upstream = await Upstream.StartAsync();
        var models = new List<string>();
        var keys = new List<string>();
        upstream.Embeddings = async context =>
        {
            var body = await context.Request.ReadFromJsonAsync<System.Text.Json.JsonElement>(
                Cancelled
            );
            models.Add(body.Text("model"));
            keys.Add(context.Request.Headers.Authorization.ToString());
            if (models.Count == 1)
            {
                context.Response.StatusCode = 503;
                return;
            }
            await context.Response.WriteAsync(
                """{"object":"list","model":"m","data":[{"object":"embedding","index":0,"embedding":"AACAPwAAAEA="}],"usage":{"prompt_tokens":3,"total_tokens":3}}"""
            );
        };
        await using var model = new Model(
            upstream.Endpoint,
            ("OpenAI:ApiKey", "k-1"),
            ("OpenAI:EmbeddingModel", "vectors-1"),
            ("Resilience:BaseDelayMilliseconds", "1")
        );

        var vectors = await Generator(model).GenerateAsync(["a"], cancellationToken: Cancelled);

        Assert.Equal([1f, 2f], vectors[0].Vector.ToArray());
        Assert.Equal(["vectors-1", "vectors-1"], models);
        Assert.Equal(["Bearer k-1", "Bearer k-1"], keys);
        Assert.Equal(3, vectors.Usage?.InputTokenCount);
    }

    [Fact]
    public async Task The_model_is_known_by_its_name_so_vectors_of_another_one_can_be_told_apart()
    {
        await using var model = new Model(
            "http://127.0.0.1:1/v1",
            ("OpenAI:EmbeddingModel", "vectors-1")
        );

        var metadata = Generator(model).GetService<EmbeddingGeneratorMetadata>();

        Assert.Equal("openai", metadata?.ProviderName);
        Assert.Equal(new Uri("http://127.0.0.1:1/v1/"), metadata?.ProviderUri);
        Assert.Equal("vectors-1", new Embedder(Generator(model)).Model);
    }

    [Fact]
    public async Task What_is_no_list_of_embeddings_is_an_invalid_answer()
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Embeddings = context => context.Response.WriteAsync("<html></html>");
        await using var model = new Model(upstream.Endpoint);

        var e = await Assert.ThrowsAsync<ProviderException>(() =>
            Generator(model).GenerateAsync(["a"], cancellationToken: Cancelled)
        );

        Assert.Equal(ProviderFailure.InvalidAnswer, e.Failure);
    }

    [Fact]
    public async Task An_option_that_would_be_dropped_is_refused()
    {
        await using var model = new Model("http://127.0.0.1:1/v1");

        await Assert.ThrowsAsync<NotSupportedException>(() =>
            Generator(model)
                .GenerateAsync(
                    ["a"],
                    new() { AdditionalProperties = new() { ["user"] = "u" } },
                    Cancelled
                )
        );
    }

    private static IEmbeddingGenerator<string, Embedding<float>> Generator(Model model) =>
        model.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
}
