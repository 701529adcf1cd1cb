using System.Numerics;

namespace GatewayBench;

/// <summary>
/// Where the time of one thread's exchanges went, or of several threads', by how long they took: in
/// cells an eighth of an octave wide, so that those around a percentile can be told from the others.
/// Memory is fixed.
/// </summary>
internal sealed class SplitCells
{
    private const int BitsOfCell = 3;
    private const int PerOctave = 1 << BitsOfCell;

    /// <summary>An hour in nanoseconds has 42 bits.</summary>
    private const int Octaves = 43;

    private readonly SplitSum[] _cells = new SplitSum[(Octaves - BitsOfCell + 1) * PerOctave];

    /// <param name="latency">In nanoseconds, from 0 to an hour.</param>
    /// <param name="wait">From the intended start to the send.</param>
    /// <param name="provider">With the provider; null where nobody tells.</param>
    public void Add(long latency, long wait, long? provider)
    {
        ref var cell = ref _cells[IndexOf(latency)];
        cell.Exchanges++;
        cell.Latency += latency;
        cell.Wait += wait;
        if (provider is { } spent)
        {
            // A request that is still there when the exchange has ended is there longer.
            cell.Provider += Math.Min(spent, latency - wait);
        }
        else
        {
            cell.Untold += latency - wait;
            cell.UntoldExchanges++;
        }
    }

    public void Add(SplitCells other)
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i].Add(other._cells[i]);
        }
    }

    /// <summary>Those between two shares of all, the fastest first; of a cell that is cut, its share.</summary>
    public SplitSum Between(double from, double to)
    {
        var all = _cells.Sum(cell => cell.Exchanges);
        var (first, last, below) = (from * all, to * all, 0.0);
        var sum = new SplitSum();
        foreach (ref readonly var cell in _cells.AsSpan())
        {
            var above = below + cell.Exchanges;
            var inside = Math.Min(above, last) - Math.Max(below, first);
            if (inside > 0)
            {
                sum.Add(cell, inside / cell.Exchanges);
            }
            below = above;
        }
        return sum;
    }

    private static int IndexOf(long latency)
    {
        var octave = BitOperations.Log2((ulong)latency | PerOctave);
        var shift = octave - BitsOfCell;
        return (shift << BitsOfCell) + (int)(latency >> shift);
    }
}
