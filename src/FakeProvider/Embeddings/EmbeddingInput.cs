namespace GatewayBench;

/// <summary>One of the texts, or arrays of tokens, that an embeddings request asks vectors for.</summary>
/// <param name="Tokens">By <see cref="TokenRule"/>; of an array of tokens, its length.</param>
/// <param name="Key">A stable hash of the seed and the whole input.</param>
/// <param name="Words">A stable hash of the seed and each word, or each token, in order.</param>
internal readonly record struct EmbeddingInput(int Tokens, ulong Key, ulong[] Words);
