using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Measures each call for embeddings (<see cref="GenAiMetrics"/>).</summary>
/// <param name="inner">What is measured.</param>
/// <param name="model">The model of calls that name none.</param>
/// <param name="metrics">Where it is recorded.</param>
/// <param name="clock">Measures the times.</param>
internal sealed class MeteredEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner,
    string model,
    GenAiMetrics metrics,
    TimeProvider clock
) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <summary>The conventions' name for what is done here.</summary>
    public const string Operation = "embeddings";

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var labels = metrics.Label(Operation, options?.ModelId ?? model);
        var started = clock.GetTimestamp();
        try
        {
            var embeddings = await base.GenerateAsync(values, options, cancellationToken);
            var duration = clock.GetElapsedTime(started);
            metrics.Succeeded(
                labels,
                duration,
                embeddings.FirstOrDefault()?.ModelId,
                embeddings.Usage
            );
            return embeddings;
        }
        catch (Exception e)
        {
            metrics.Failed(labels, clock.GetElapsedTime(started), GenAiMetrics.ErrorType(e));
            throw;
        }
    }
}
