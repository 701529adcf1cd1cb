namespace Gateway;

/// <summary>Some vectors, one behind the other.</summary>
internal sealed class VectorBlock(int dimensions)
{
    public const int Rows = 1024;

    private readonly float[] _values = new float[Rows * dimensions];

    public int Dimensions => dimensions;

    /// <summary>Whose vector each row is; 0 for nobody's.</summary>
    public long[] Numbers { get; } = new long[Rows];

    public Span<float> Row(int row, int length) => _values.AsSpan(row * length, length);
}
