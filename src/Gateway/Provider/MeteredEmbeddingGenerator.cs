using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Measures each call for embeddings (<see cref="GenAiMetrics"/>).</summary>
/// <param name="inner">What is measured.</param>
/// <param name="model">The model of calls that name none.</param>
/// <param name="metrics">Where it is recorded.</param>
internal sealed class MeteredEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner,
    string model,
    GenAiMetrics metrics
) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <summary>The conventions' name for what is done here.</summary>
    public const string Operation = "embeddings";

    public override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        metrics.MeasureAsync(
            Operation,
            options?.ModelId ?? model,
            () => base.GenerateAsync(values, options, cancellationToken),
            static embeddings => (embeddings.FirstOrDefault()?.ModelId, embeddings.Usage)
        );
}
