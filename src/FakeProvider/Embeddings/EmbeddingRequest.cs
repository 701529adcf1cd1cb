namespace GatewayBench;

/// <summary>What a client asks of an embedding model: vectors, and no reply.</summary>
internal sealed record EmbeddingRequest : ModelRequest
{
    public const int DefaultDimensions = 1536;
    public const int MostDimensions = 3072;

    /// <summary>At least one.</summary>
    public required IReadOnlyList<EmbeddingInput> Inputs { get; init; }

    /// <summary>Of each vector: 1 to <see cref="MostDimensions"/>.</summary>
    public int Dimensions { get; init; } = DefaultDimensions;

    /// <summary>Whether vectors are sent as the base64 of little-endian 32-bit floats.</summary>
    public bool IsBase64 { get; init; }
}
