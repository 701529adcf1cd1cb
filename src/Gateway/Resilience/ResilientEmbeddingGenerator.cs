using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// Asks for embeddings by one of several generators, one for each key (<see cref="ProviderCalls"/>),
/// for as long as the caller waits (<see cref="EmbeddingPatience"/>).
/// </summary>
internal sealed class ResilientEmbeddingGenerator(
    IReadOnlyList<IEmbeddingGenerator<string, Embedding<float>>> keys,
    ProviderCalls calls
) : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        // A retry sends them again, and not every sequence can be read twice.
        var sent = values as IReadOnlyCollection<string> ?? [.. values];
        var (how, within) = EmbeddingPatience.Take(options);
        return calls.RunAsync(
            (key, end) => keys[key].GenerateAsync(sent, how, end),
            cancellationToken,
            within
        );
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        keys[0].GetService(serviceType, serviceKey);

    // The clients behind the keys own nothing.
    public void Dispose() { }
}
