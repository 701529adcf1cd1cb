using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>The provider's embeddings, if it has any and they are wanted.</summary>
/// <param name="generator">Null if there are none.</param>
internal sealed class Embedder(IEmbeddingGenerator<string, Embedding<float>>? generator)
{
    /// <summary>
    /// Texts are cut here, in UTF-16 characters: models take some 8,000 tokens, and no language has
    /// more than about a token a character.
    /// </summary>
    public const int MaxChars = 8_000;

    public bool Exists => generator is not null;

    /// <summary>Vectors of different models can't be compared.</summary>
    public string Model =>
        generator?.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId ?? "unknown";

    /// <param name="texts">What they are of.</param>
    /// <param name="cancellationToken">Ends the wait, and is no failure of the provider.</param>
    /// <param name="within">
    /// How long to wait: a provider that takes longer has failed. By default as long as for any call.
    /// </param>
    /// <returns>One vector for each text.</returns>
    /// <exception cref="InvalidOperationException">There are more or fewer, or no generator.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken,
        TimeSpan? within = null
    )
    {
        var cut = texts.Select(text => text.Length <= MaxChars ? text : text[..MaxChars]);
        var embeddings = await (
            generator ?? throw new InvalidOperationException("There are no embeddings.")
        ).GenerateAsync(
            cut,
            within is { } time ? EmbeddingPatience.Within(time) : null,
            cancellationToken
        );
        return embeddings.Count == texts.Count
            ? [.. embeddings.Select(embedding => embedding.Vector)]
            : throw new InvalidOperationException(
                $"{embeddings.Count} embeddings came for {texts.Count} texts."
            );
    }
}
