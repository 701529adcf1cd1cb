using System.Numerics;

namespace Gateway;

/// <summary>
/// Numbers that many threads add to. Each processor has its own row, so that they don't pass one
/// cache line around; whoever reads adds the rows up.
/// </summary>
internal sealed class StripedCells
{
    private const int LongsPerCacheLine = 8;

    private static readonly int Rows = (int)
        BitOperations.RoundUpToPowerOf2((uint)Math.Min(Environment.ProcessorCount, 16));

    private readonly int _stride;
    private readonly long[] _cells;

    public StripedCells(int width)
    {
        // A spare line after each row: the array itself doesn't start on one.
        _stride = width + LongsPerCacheLine;
        _cells = new long[Rows * _stride];
    }

    public void Increment(int cell) => Interlocked.Increment(ref Mine(cell));

    public void Add(int cell, double value)
    {
        ref var bits = ref Mine(cell);
        var seen = Volatile.Read(ref bits);
        while (true)
        {
            var sum = BitConverter.Int64BitsToDouble(seen) + value;
            var found = Interlocked.CompareExchange(
                ref bits,
                BitConverter.DoubleToInt64Bits(sum),
                seen
            );
            if (found == seen)
            {
                return;
            }
            seen = found;
        }
    }

    public long Count(int cell)
    {
        var total = 0L;
        for (var i = cell; i < _cells.Length; i += _stride)
        {
            total += Volatile.Read(ref _cells[i]);
        }
        return total;
    }

    public double Sum(int cell)
    {
        var total = 0.0;
        for (var i = cell; i < _cells.Length; i += _stride)
        {
            total += BitConverter.Int64BitsToDouble(Volatile.Read(ref _cells[i]));
        }
        return total;
    }

    private ref long Mine(int cell) =>
        ref _cells[((Thread.GetCurrentProcessorId() & (Rows - 1)) * _stride) + cell];
}
