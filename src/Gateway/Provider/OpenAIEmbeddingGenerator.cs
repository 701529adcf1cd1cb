using Microsoft.Extensions.AI;
using OpenAI;
using Sdk = OpenAI.Embeddings;

namespace Gateway;

/// <summary>
/// Embeddings over OpenAI's SDK, with one key: one attempt a call, within
/// <see cref="ProviderOptions.TimeoutSeconds"/>. What goes wrong comes out as it does for chats.
/// </summary>
internal sealed class OpenAIEmbeddingGenerator(
    OpenAIClient sdk,
    ProviderOptions options,
    TimeProvider clock
) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Sdk.EmbeddingClient _usual = sdk.GetEmbeddingClient(options.EmbeddingModel);
    private readonly TimeSpan _attempt = TimeSpan.FromSeconds(options.TimeoutSeconds);
    private readonly EmbeddingGeneratorMetadata _metadata = new(
        "openai",
        options.BaseAddress,
        options.EmbeddingModel
    );

    /// <exception cref="NotSupportedException">An option that the provider would never see.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        if (
            options is { RawRepresentationFactory: not null } or { AdditionalProperties.Count: > 0 }
        )
        {
            throw new NotSupportedException(
                "Only a model and a number of dimensions can be passed on with embeddings."
            );
        }
        var client = options?.ModelId is { } model ? sdk.GetEmbeddingClient(model) : _usual;
        var how = new Sdk.EmbeddingGenerationOptions { Dimensions = options?.Dimensions };
        using var patience = new Patience(_attempt, clock, cancellationToken);
        try
        {
            return Read(await client.GenerateEmbeddingsAsync(values, how, patience.Token));
        }
        catch (Exception e)
        {
            throw patience.Explain(e, ProviderFailure.TimedOut);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType.IsInstanceOfType(this) ? this
        : serviceType.IsInstanceOfType(_metadata) ? _metadata
        : null;

    public void Dispose() { }

    private static GeneratedEmbeddings<Embedding<float>> Read(Sdk.OpenAIEmbeddingCollection answer)
    {
        var read = new GeneratedEmbeddings<Embedding<float>>(answer.Count);
        foreach (var embedding in answer.OrderBy(embedding => embedding.Index))
        {
            read.Add(new(embedding.ToFloats()) { ModelId = answer.Model });
        }
        read.Usage = new()
        {
            InputTokenCount = answer.Usage.InputTokenCount,
            TotalTokenCount = answer.Usage.TotalTokenCount,
        };
        return read;
    }
}
