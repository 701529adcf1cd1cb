namespace GatewayBench;

/// <summary>What is recorded of a stream that ended well.</summary>
/// <param name="FirstToken">The timestamp of the first text that a user sees; 0 without any.</param>
/// <param name="Pieces">Events with such text.</param>
/// <param name="Tokens">Tokens of the reply.</param>
/// <param name="IsFromUsage">Whether the stream itself told the tokens; else they are what came.</param>
internal readonly record struct StreamFigures(
    long FirstToken,
    int Pieces,
    int Tokens,
    bool IsFromUsage
)
{
    /// <summary>The timestamp of the last such text; 0 without any.</summary>
    public long LastToken { get; init; }
}
