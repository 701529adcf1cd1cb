using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Embeddings;

namespace GatewayBench.FakeProviderTests;

/// <summary>NuGet's unmodified OpenAI SDK, which asks for base64, is a judge of the wire format.</summary>
public sealed class EmbeddingsSdkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_SDK_reads_vectors()
    {
        await using var provider = await ProviderClient.StartAsync();

        OpenAIEmbeddingCollection vectors = await Client(provider)
            .GenerateEmbeddingsAsync(
                ["hello world", "hello moon"],
                new EmbeddingGenerationOptions { Dimensions = 64 },
                Cancellation
            );

        Assert.Equal("text-embedding-3-small", vectors.Model);
        Assert.Equal([0, 1], vectors.Select(vector => vector.Index));
        Assert.All(vectors, vector => Assert.Equal(64, vector.ToFloats().Length));
        Assert.All(vectors, vector => Assert.Equal(1, SquaredLength(vector), 1e-5));
        Assert.Equal(4, vectors.Usage.InputTokenCount);
        Assert.Equal(4, vectors.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task The_SDKs_tokens_are_understood()
    {
        await using var provider = await ProviderClient.StartAsync();

        OpenAIEmbeddingCollection vectors = await Client(provider)
            .GenerateEmbeddingsAsync(
                [new ReadOnlyMemory<int>([1, 2]), new ReadOnlyMemory<int>([3])],
                cancellationToken: Cancellation
            );

        Assert.Equal(2, vectors.Count);
        Assert.Equal(1536, vectors[0].ToFloats().Length);
        Assert.Equal(3, vectors.Usage.InputTokenCount);
    }

    [Fact]
    public async Task The_SDK_surfaces_a_400_with_its_message()
    {
        await using var provider = await ProviderClient.StartAsync();

        var error = await Assert.ThrowsAsync<ClientResultException>(() =>
            Client(provider)
                .GenerateEmbeddingAsync(
                    "hello",
                    new EmbeddingGenerationOptions { Dimensions = 9999 },
                    Cancellation
                )
        );

        Assert.Equal(400, error.Status);
        Assert.Contains("dimensions", error.Message, StringComparison.Ordinal);
    }

    private static double SquaredLength(OpenAIEmbedding vector)
    {
        var sum = 0.0;
        foreach (var entry in vector.ToFloats().Span)
        {
            sum += (double)entry * entry;
        }
        return sum;
    }

    private static EmbeddingClient Client(ProviderClient provider) =>
        new OpenAIClient(
            new ApiKeyCredential("sk-any"),
            new OpenAIClientOptions
            {
                Endpoint = new Uri(provider.Provider.BaseAddress, "v1"),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            }
        ).GetEmbeddingClient("text-embedding-3-small");
}
