using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GatewayBench;

/// <summary>
/// A 64-bit hash that is the same in every process and on every machine, unlike
/// <see cref="HashCode"/>. Not cryptographic.
/// </summary>
internal struct StableHash(ulong seed)
{
    public ulong Value { get; private set; } = SplitMix64.Mix(seed);

    public void Add(ulong word) => Value = SplitMix64.Mix(Value ^ word);

    /// <summary>Adds a text as its UTF-16 code units, low byte first.</summary>
    public void Add(ReadOnlySpan<char> text) => Add(MemoryMarshal.AsBytes(text));

    public void Add(ReadOnlySpan<byte> bytes)
    {
        // The length first: "ab", "c" and "a", "bc" must differ.
        Add((ulong)bytes.Length);
        while (bytes.Length >= sizeof(ulong))
        {
            Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }
        if (!bytes.IsEmpty)
        {
            Span<byte> last = stackalloc byte[sizeof(ulong)];
            last.Clear();
            bytes.CopyTo(last);
            Add(BinaryPrimitives.ReadUInt64LittleEndian(last));
        }
    }
}
