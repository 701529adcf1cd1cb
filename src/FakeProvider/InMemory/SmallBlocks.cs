using System.Buffers;
using System.Collections.Concurrent;

namespace GatewayBench;

/// <summary>
/// Memory for what a server sends, in pieces fit for an event of a stream. After a pause of the
/// collector each open stream sends one at once, which then lies in a block of its own: blocks of the
/// server's own size would be most of what a stream holds.
/// </summary>
internal sealed class SmallBlocks : MemoryPool<byte>
{
    /// <summary>In bytes: an event of one token is some 300, a short answer below 1,000.</summary>
    public const int Size = 1024;

    private readonly ConcurrentQueue<Block> _free = new();

    /// <remarks>Pipes take what is longer from elsewhere.</remarks>
    public override int MaxBufferSize => Size;

    /// <summary>Blocks that wait for their next use.</summary>
    public int Free => _free.Count;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, Size);
        return _free.TryDequeue(out var block) ? block : new Block(_free);
    }

    protected override void Dispose(bool disposing) => _free.Clear();

    private sealed class Block(ConcurrentQueue<Block> free) : IMemoryOwner<byte>
    {
        private readonly byte[] _bytes = new byte[Size];

        public Memory<byte> Memory => _bytes;

        public void Dispose() => free.Enqueue(this);
    }
}
