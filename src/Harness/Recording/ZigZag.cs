namespace GatewayBench;

/// <summary>
/// ZigZag LEB128-64b9B: signed numbers in 1 to 9 bytes, small ones in few. Seven bits per byte,
/// lowest first, the eighth saying that more follow; a ninth byte holds the last eight bits whole.
/// </summary>
internal static class ZigZag
{
    public const int MaxLength = 9;

    /// <returns>How many bytes were written.</returns>
    public static int Write(Span<byte> target, long value)
    {
        var rest = (ulong)((value << 1) ^ (value >> 63));
        var length = 0;
        while (rest > 0x7f && length < MaxLength - 1)
        {
            target[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }
        target[length++] = (byte)rest;
        return length;
    }

    /// <summary>Reads a number and moves <paramref name="source"/> past it.</summary>
    /// <returns>False when the source ends within the number.</returns>
    public static bool TryRead(ref ReadOnlySpan<byte> source, out long value)
    {
        value = 0;
        var bits = 0UL;
        for (var i = 0; i < source.Length; i++)
        {
            var isLast = source[i] < 0x80 || i == MaxLength - 1;
            bits |= (isLast ? source[i] : source[i] & 0x7fUL) << (7 * i);
            if (isLast)
            {
                value = (long)(bits >>> 1) ^ -(long)(bits & 1);
                source = source[(i + 1)..];
                return true;
            }
        }
        return false;
    }
}
