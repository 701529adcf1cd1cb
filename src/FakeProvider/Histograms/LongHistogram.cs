using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>
/// An HDR histogram: counts values between 0 and a highest value at a fixed relative precision, in
/// fixed memory. Values are plain numbers without a unit; whoever records them chooses one.
/// Semantics and names are those of the HdrHistogram packages, so that one can take its place.
/// </summary>
/// <remarks>
/// One thread at a time may change a histogram. Meanwhile any number of threads may take snapshots
/// with <see cref="CopyInto"/> or <see cref="Copy"/>, without locks; nothing else is safe to read
/// while it is being written, except <see cref="TotalCount"/>. On a 64-bit process each count in a
/// snapshot is one that the writer stored, and the snapshot's total is the sum of its counts; values
/// recorded while it was taken may or may not be in it. As counts only grow between resets, a
/// snapshot minus an earlier one by the same thread is never negative.
/// </remarks>
public sealed class LongHistogram
{
    private readonly long[] _counts;
    private readonly HistogramLayout _layout;
    private long _totalCount;

    /// <summary>Creates an empty histogram; its memory is taken here, once.</summary>
    /// <param name="lowestTrackableValue">
    /// The smallest value, at least 1, that has to be told from 0. Values are resolved in units of
    /// the largest power of two not above it.
    /// </param>
    /// <param name="highestTrackableValue">
    /// The largest value that has to fit, at least twice the lowest. Somewhat larger values may fit too.
    /// </param>
    /// <param name="numberOfSignificantValueDigits">
    /// How many decimal digits are kept of a value, 0 to 5. With 3, values differ from those
    /// recorded by less than 0.1 %; a range of 1 to 3.6 billion then takes 188 KB.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or lowest
    /// value and digits together need more than 63 bits.</exception>
    public LongHistogram(
        long lowestTrackableValue,
        long highestTrackableValue,
        int numberOfSignificantValueDigits
    )
    {
        _layout = new HistogramLayout(
            lowestTrackableValue,
            highestTrackableValue,
            numberOfSignificantValueDigits
        );
        _counts = new long[_layout.CountsLength];
        LowestTrackableValue = lowestTrackableValue;
        HighestTrackableValue = highestTrackableValue;
        NumberOfSignificantValueDigits = numberOfSignificantValueDigits;
    }

    /// <summary>The smallest value that is told from 0.</summary>
    public long LowestTrackableValue { get; }

    /// <summary>The largest value that is sure to fit.</summary>
    public long HighestTrackableValue { get; }

    /// <summary>How many decimal digits are kept of a value.</summary>
    public int NumberOfSignificantValueDigits { get; }

    /// <summary>How many values were recorded.</summary>
    public long TotalCount => Volatile.Read(ref _totalCount);

    internal ReadOnlySpan<long> Counts => _counts;

    internal ref readonly HistogramLayout Layout => ref _layout;

    /// <summary>Counts one value. Allocates nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or beyond the range.</exception>
    public void RecordValue(long value)
    {
        _counts[CountedIndexOf(value)]++;
        _totalCount++;
    }

    /// <summary>Counts one value several times.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or beyond the range, or
    /// the count is negative.</exception>
    public void RecordValueWithCount(long value, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        AddAt(CountedIndexOf(value), count);
    }

    /// <summary>Adds the counts of another histogram, which may have another range or precision.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The other histogram holds a value beyond this
    /// one's range; nothing was added.</exception>
    public void Add(LongHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var otherMax = other.GetMaxValue();
        if (otherMax > _layout.HighestCoveredValue)
        {
            throw OutOfRange(otherMax);
        }
        for (var i = 0; i < other._counts.Length; i++)
        {
            if (other._counts[i] != 0)
            {
                AddAt(_layout.IndexOf(other._layout.LowestValueAt(i)), other._counts[i]);
            }
        }
    }

    /// <summary>Takes away the counts of an earlier snapshot, which leaves what came after it.</summary>
    /// <exception cref="ArgumentException">The other histogram has another range or precision, or
    /// more of some value than this one; nothing was taken away.</exception>
    public void Subtract(LongHistogram other)
    {
        ThrowIfLayoutDiffers(other);
        for (var i = 0; i < _counts.Length; i++)
        {
            if (other._counts[i] > _counts[i])
            {
                throw new ArgumentException(
                    $"It counts {other._counts[i]} at value {_layout.LowestValueAt(i)}, "
                        + $"more than the {_counts[i]} it is taken from.",
                    nameof(other)
                );
            }
        }
        for (var i = 0; i < _counts.Length; i++)
        {
            AddAt(i, -other._counts[i]);
        }
    }

    /// <summary>A snapshot in a new histogram; safe while another thread records.</summary>
    public LongHistogram Copy()
    {
        var copy = new LongHistogram(
            LowestTrackableValue,
            HighestTrackableValue,
            NumberOfSignificantValueDigits
        );
        CopyInto(copy);
        return copy;
    }

    /// <summary>
    /// A snapshot that replaces the contents of <paramref name="target"/>; safe while another thread
    /// records here. Allocates nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The target has another range or precision.</exception>
    public void CopyInto(LongHistogram target)
    {
        ThrowIfLayoutDiffers(target);
        var total = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            // One by one, as a block copy does not promise to move each count in one piece.
            var count = Volatile.Read(ref _counts[i]);
            target._counts[i] = count;
            total += count;
        }
        target._totalCount = total;
    }

    /// <summary>Forgets all values.</summary>
    public void Reset()
    {
        Array.Clear(_counts);
        _totalCount = 0;
    }

    /// <summary>
    /// Whether both count the same at the same precision. The highest trackable value may differ.
    /// </summary>
    public bool HasSameContentsAs(LongHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return LowestTrackableValue == other.LowestTrackableValue
            && NumberOfSignificantValueDigits == other.NumberOfSignificantValueDigits
            && Counts.TrimEnd(0).SequenceEqual(other.Counts.TrimEnd(0));
    }

    internal void AddAt(int index, long count)
    {
        _counts[index] += count;
        _totalCount += count;
    }

    private int CountedIndexOf(long value)
    {
        var index = _layout.IndexOf(value);
        return (uint)index < (uint)_counts.Length ? index : throw OutOfRange(value);
    }

    private void ThrowIfLayoutDiffers(
        LongHistogram other,
        [CallerArgumentExpression(nameof(other))] string? name = null
    )
    {
        ArgumentNullException.ThrowIfNull(other, name);
        if (other._layout != _layout)
        {
            throw new ArgumentException(
                $"It tracks {other.LowestTrackableValue} to {other.HighestTrackableValue} with "
                    + $"{other.NumberOfSignificantValueDigits} digits, this one {LowestTrackableValue} "
                    + $"to {HighestTrackableValue} with {NumberOfSignificantValueDigits}.",
                name
            );
        }
    }

    private ArgumentOutOfRangeException OutOfRange(long value) =>
        new(nameof(value), value, $"This histogram counts 0 to {_layout.HighestCoveredValue}.");
}
