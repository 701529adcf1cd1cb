using System.Numerics.Tensors;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// The vectors of documents in memory, up to a limit, all compared with a query's. Searches don't wait
/// for changes, nor changes for searches.
/// </summary>
internal sealed class VectorIndex(IOptions<SearchOptions> options)
{
    private readonly Lock _gate = new();
    private readonly long _maxBytes = options.Value.MaxVectorMegabytes * 1024L * 1024;
    private readonly Dictionary<long, int> _rows = [];
    private readonly Stack<int> _freeRows = new();
    private volatile VectorBlock[] _blocks = [];
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

    /// <summary>Whether one more can be taken in.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_gate)
            {
                return _dimensions == 0
                    || _freeRows.Count > 0
                    || _usedRows < _blocks.Length * VectorBlock.Rows
                    || MayGrow;
            }
        }
    }

    private bool MayGrow =>
        (_blocks.Length + 1L) * VectorBlock.Rows * _dimensions * sizeof(float) <= _maxBytes;

    /// <summary>Whether a vector is of the same length as all others, and not all zero.</summary>
    public bool IsComparable(ReadOnlySpan<float> vector)
    {
        var dimensions = Volatile.Read(ref _dimensions);
        return (dimensions == 0 || dimensions == vector.Length)
            && float.IsNormal(TensorPrimitives.Norm(vector));
    }

    /// <param name="number">The document's.</param>
    /// <param name="vector">Of the same length as all others, and not all zero.</param>
    /// <returns>False if there is no room, or the vector is none to compare with the others.</returns>
    public bool TryPut(long number, ReadOnlySpan<float> vector)
    {
        lock (_gate)
        {
            if (!IsComparable(vector))
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
            var block = _blocks[row / VectorBlock.Rows];
            TensorPrimitives.Divide(
                vector,
                TensorPrimitives.Norm(vector),
                block.Row(row % VectorBlock.Rows, _dimensions)
            );
            Volatile.Write(ref block.Numbers[row % VectorBlock.Rows], number);
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
        VectorBlock block,
        PriorityQueue<long, float> best,
        int count
    )
    {
        for (var row = 0; row < VectorBlock.Rows; row++)
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
            Volatile.Write(ref _blocks[row / VectorBlock.Rows].Numbers[row % VectorBlock.Rows], 0);
            _freeRows.Push(row);
        }
    }

    private int? FreeRow()
    {
        if (_freeRows.TryPop(out var free))
        {
            return free;
        }
        if (_usedRows == _blocks.Length * VectorBlock.Rows)
        {
            if (!MayGrow)
            {
                return null;
            }
            _blocks = [.. _blocks, new VectorBlock(_dimensions)];
        }
        return _usedRows++;
    }
}
