using System.Runtime.InteropServices;

namespace Gateway;

/// <summary>A vector as SQLite keeps it: 32-bit floats, little-endian.</summary>
internal static class VectorBytes
{
    public static byte[] Of(ReadOnlySpan<float> vector) => MemoryMarshal.AsBytes(vector).ToArray();

    public static ReadOnlySpan<float> Read(ReadOnlySpan<byte> bytes) =>
        MemoryMarshal.Cast<byte, float>(bytes);
}
