namespace GatewayBench;

/// <summary>
/// A unit vector as a pure function of an input: the sum of its words' directions, so that inputs
/// that share words are close, and a little of a direction that is the whole input's own.
/// </summary>
/// <remarks>
/// A word's direction is sparse and signed, after feature hashing: Weinberger et al., "Feature
/// hashing for large scale multitask learning", ICML 2009. Two inputs without a common word have a
/// cosine of 0 on average, with a standard deviation of about 1 / sqrt(dimensions).
/// </remarks>
internal static class EmbeddingVector
{
    private const int EntriesPerWord = 16;

    // Fills every entry, as a real vector's are: a body of zeros would be too short. Also stands in
    // for words where there are none, or where their directions cancel.
    private const float OwnShare = 0.1f;

    /// <param name="vector">What is filled; its length is the number of dimensions.</param>
    /// <param name="input">What the vector stands for.</param>
    public static void Fill(Span<float> vector, in EmbeddingInput input)
    {
        vector.Clear();
        foreach (var word in input.Words)
        {
            AddDirection(vector, word);
        }
        Scale(vector);
        var ownScale = OwnShare / MathF.Sqrt(vector.Length / 3f);
        for (var i = 0; i < vector.Length; i++)
        {
            var uniform = 2 * SplitMix64.UniformAt(input.Key, (ulong)i) - 1;
            vector[i] += (float)uniform * ownScale;
        }
        Scale(vector);
    }

    private static void AddDirection(Span<float> vector, ulong word)
    {
        for (var i = 0; i < EntriesPerWord; i++)
        {
            var random = SplitMix64.At(word, (ulong)i);
            // The upper bits choose the entry, the lowest one its sign.
            var entry = (int)(((random >> 32) * (ulong)vector.Length) >> 32);
            vector[entry] += (random & 1) == 0 ? 1 : -1;
        }
    }

    private static void Scale(Span<float> vector)
    {
        var squares = 0.0;
        foreach (var entry in vector)
        {
            squares += (double)entry * entry;
        }
        if (squares == 0)
        {
            return;
        }
        var scale = 1 / Math.Sqrt(squares);
        foreach (ref var entry in vector)
        {
            entry = (float)(entry * scale);
        }
    }
}
