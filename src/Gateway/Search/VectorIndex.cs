using System.Numerics.Tensors;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// The vectors of documents in memory, up to a limit, all compared with a query's. Searches don't wait
/// for changes, nor changes for searches.
/// </summary>
internal sealed class VectorIndex(IOptions<SearchOptions> options)
{
    private const int BlockRows = 1024;

    private readonly Lock _gate = new();
    private readonly long _maxBytes = options.Value.MaxVectorMegabytes * 1024L * 1024;
    private readonly Dictionary<long, int> _rows = [];
    private readonly Stack<int> _freeRows = new();
    private volatile Block[] _blocks = [];
    private int _dimensions;
    private int _usedRows;

    /// <summary>How many documents have a vector here.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _rows.Count;
            }
        }
    }

    /// <param name="number">The document's.</param>
    /// <param name="vector">Of the same length as all others, and not all zero.</param>
    /// <returns>False if there is no room, or the vector is none to compare with the others.</returns>
    public bool TryPut(long number, ReadOnlySpan<float> vector)
    {
        var length = TensorPrimitives.Norm(vector);
        lock (_gate)
        {
            if (!float.IsNormal(length) || (_dimensions != 0 && _dimensions != vector.Length))
            {
                return false;
            }
            _dimensions = vector.Length;
            RemoveLocked(number);
            if (FreeRow() is not { } row)
            {
                return false;
            }
            _rows.Add(number, row);
            var block = _blocks[row / BlockRows];
            TensorPrimitives.Divide(vector, length, block.Row(row % BlockRows, _dimensions));
            Volatile.Write(ref block.Numbers[row % BlockRows], number);
            return true;
        }
    }

    public void Remove(IEnumerable<long> numbers)
    {
        lock (_gate)
        {
            foreach (var number in numbers)
            {
                RemoveLocked(number);
            }
        }
    }

    /// <returns>Numbers of documents by falling cosine, at most so many.</returns>
    public IReadOnlyList<long> Nearest(ReadOnlySpan<float> query, int count)
    {
        var best = new PriorityQueue<long, float>(count + 1);
        foreach (var block in _blocks)
        {
            if (block.Dimensions != query.Length)
            {
                break;
            }
            Compare(query, block, best, count);
        }
        var nearest = new long[best.Count];
        for (var i = nearest.Length - 1; i >= 0; i--)
        {
            nearest[i] = best.Dequeue();
        }
        return nearest;
    }

    private static void Compare(
        ReadOnlySpan<float> query,
        Block block,
        PriorityQueue<long, float> best,
        int count
    )
    {
        for (var row = 0; row < BlockRows; row++)
        {
            var number = Volatile.Read(ref block.Numbers[row]);
            if (number == 0)
            {
                continue;
            }
            var cosine = TensorPrimitives.Dot(query, block.Row(row, query.Length));
            // A row that was given to another document meanwhile is neither's.
            if (Volatile.Read(ref block.Numbers[row]) != number)
            {
                continue;
            }
            if (best.Count < count)
            {
                best.Enqueue(number, cosine);
            }
            else
            {
                best.EnqueueDequeue(number, cosine);
            }
        }
    }

    private void RemoveLocked(long number)
    {
        if (_rows.Remove(number, out var row))
        {
            Volatile.Write(ref _blocks[row / BlockRows].Numbers[row % BlockRows], 0);
            _freeRows.Push(row);
        }
    }

    private int? FreeRow()
    {
        if (_freeRows.TryPop(out var free))
        {
            return free;
        }
        if (_usedRows == _blocks.Length * BlockRows)
        {
            var blockBytes = (long)BlockRows * _dimensions * sizeof(float);
            if ((_blocks.Length + 1) * blockBytes > _maxBytes)
            {
                return null;
            }
            _blocks = [.. _blocks, new Block(_dimensions)];
        }
        return _usedRows++;
    }

    private sealed class Block(int dimensions)
    {
        private readonly float[] _values = new float[BlockRows * dimensions];

        public int Dimensions => dimensions;

        /// <summary>Whose vector each row is; 0 for nobody's.</summary>
        public long[] Numbers { get; } = new long[BlockRows];

        public Span<float> Row(int row, int length) => _values.AsSpan(row * length, length);
    }
}
