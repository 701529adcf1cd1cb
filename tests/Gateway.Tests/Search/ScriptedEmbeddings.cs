using Microsoft.Extensions.AI;

namespace Gateway.Tests;

/// <summary>
/// Embeddings whose dimensions are topics: how often any of a topic's words is in the text. A text of
/// no topic points nowhere else points to.
/// </summary>
internal sealed class ScriptedEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly string[][] Topics =
    [
        ["cat", "feline", "kitten"],
        ["dog", "hound", "puppy"],
        ["car", "vehicle", "lorry"],
    ];

    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public List<int> Batches { get; } = [];

    public string Model { get; set; } = "topics-1";

    public Exception? Failure { get; set; }

    /// <summary>Texts with this word get a vector of another length.</summary>
    public string? Odd { get; set; }

    /// <summary>Zeros make up for what topics don't fill.</summary>
    public int Dimensions { get; init; } = Topics.Length + 1;

    /// <summary>What an answer waits for.</summary>
    public Task Released { get; set; } = Task.CompletedTask;

    /// <summary>Called before each answer.</summary>
    public Action Asked { get; set; } = () => { };

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Interlocked.Increment(ref _calls);
        Asked();
        await Released.WaitAsync(cancellationToken);
        if (Failure is not null)
        {
            throw Failure;
        }
        var texts = values.ToList();
        lock (Batches)
        {
            Batches.Add(texts.Count);
        }
        return [.. texts.Select(text => new Embedding<float>(VectorOf(text)))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata)
            ? new EmbeddingGeneratorMetadata("scripted", null, Model)
            : null;

    public void Dispose() { }

    private float[] VectorOf(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '\n']);
        var vector = new float[words.Contains(Odd) ? Dimensions + 1 : Dimensions];
        for (var topic = 0; topic < Topics.Length; topic++)
        {
            vector[topic] = words.Count(word => Topics[topic].Contains(word));
        }
        vector[Topics.Length] = 0.01f;
        return vector;
    }
}
