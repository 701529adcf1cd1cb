namespace Gateway;

/// <summary>Section <c>OpenAI</c>: the provider that answers chats, or anything that speaks its API.</summary>
internal sealed class ProviderOptions
{
    public const string Section = "OpenAI";

    /// <summary>Base address, absolute, http or https. Default OpenAI's own.</summary>
    public string Endpoint { get; set; } = "https://api.openai.com/v1";

    /// <summary>Secret. May be empty only where <see cref="Endpoint"/> is a loopback address.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Secrets. More keys, which are used while those before them are limited or rejected. Default none;
    /// empty ones don't count.
    /// </summary>
    public string[] ApiKeys { get; set; } = [];

    /// <summary>Default <c>gpt-4o-mini</c>.</summary>
    public string Model { get; set; } = "gpt-4o-mini";

    /// <summary>The model that turns texts into vectors. Default <c>text-embedding-3-small</c>.</summary>
    public string EmbeddingModel { get; set; } = "text-embedding-3-small";

    /// <summary>
    /// Time for one attempt in seconds, to the whole answer or the first chunk of a streamed one, 1 to
    /// 600. Default 60.
    /// </summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>
    /// Longest silence between two chunks of a stream in seconds, 1 to 600. Default 30. Nothing limits a
    /// whole stream: long answers are no failures.
    /// </summary>
    public int StreamIdleSeconds { get; set; } = 30;

    /// <summary>All keys in the order of their use; none for a provider that needs none.</summary>
    public IReadOnlyList<string> Keys =>
        [.. ApiKeys.Prepend(ApiKey).Where(key => key.Length > 0).Distinct()];

    public Uri BaseAddress => new(Endpoint.TrimEnd('/') + '/');
}
