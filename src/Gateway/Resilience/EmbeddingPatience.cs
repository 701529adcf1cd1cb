using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// How long a caller waits for embeddings, all attempts included. It goes along as an additional
/// property of the options, which the provider never sees.
/// </summary>
internal static class EmbeddingPatience
{
    private const string Key = "gateway.within";

    public static EmbeddingGenerationOptions Within(TimeSpan time) =>
        new() { AdditionalProperties = new() { [Key] = time } };

    /// <returns>The time, if there is one, and the options without it.</returns>
    public static (EmbeddingGenerationOptions? Sent, TimeSpan? Within) Take(
        EmbeddingGenerationOptions? options
    )
    {
        if (options?.AdditionalProperties?.TryGetValue(Key, out TimeSpan within) is not true)
        {
            return (options, null);
        }
        var sent = options.Clone();
        sent.AdditionalProperties!.Remove(Key);
        return (sent, within);
    }
}
