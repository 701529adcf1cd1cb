using System.Numerics;

namespace GatewayBench;

/// <summary>
/// Where a value is counted: the index maths of the HDR histogram. Values fall into buckets that
/// double in width, each cut into the same power-of-two number of sub-buckets; of every bucket but
/// the first only the upper half is stored, as the lower half is the bucket before it.
/// </summary>
internal readonly record struct HistogramLayout
{
    private readonly long _subBucketMask;
    private readonly int _leadingZeroCountBase;
    private readonly int _subBucketHalfCountMagnitude;
    private readonly int _unitMagnitude;

    public HistogramLayout(long lowest, long highest, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lowest, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lowest, long.MaxValue / 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(highest, 2 * lowest);
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 5);

        // In floating point like the reference: an exact logarithm would disagree with it, and so
        // misread its encodings, just below 2^48 and above.
        _unitMagnitude = (int)(Math.Log(lowest) / Math.Log(2));
        var singleUnitValues = 2 * (uint)Math.Pow(10, digits);
        var subBucketMagnitude = BitOperations.Log2(
            BitOperations.RoundUpToPowerOf2(singleUnitValues)
        );
        if (subBucketMagnitude + _unitMagnitude > 62)
        {
            throw new ArgumentOutOfRangeException(
                nameof(lowest),
                lowest,
                $"{digits} significant digits above it do not fit into 63 bits."
            );
        }
        _subBucketHalfCountMagnitude = subBucketMagnitude - 1;
        _subBucketMask = (SubBucketCount - 1L) << _unitMagnitude;
        _leadingZeroCountBase = 64 - _unitMagnitude - subBucketMagnitude;
        var bitsOfHighest = 64 - BitOperations.LeadingZeroCount((ulong)highest);
        BucketCount = 1 + Math.Max(0, bitsOfHighest - subBucketMagnitude - _unitMagnitude);
    }

    public int BucketCount { get; }

    public int SubBucketCount => 2 * SubBucketHalfCount;

    /// <summary>How many counts cover the range: at most 6,160,384 (five digits, all of 63 bits).</summary>
    public int CountsLength => (BucketCount + 1) * SubBucketHalfCount;

    /// <summary>The largest value that has a count; at or above the highest trackable value.</summary>
    public long HighestCoveredValue => HighestEquivalentValue(LowestValueAt(CountsLength - 1));

    private int SubBucketHalfCount => 1 << _subBucketHalfCountMagnitude;

    /// <summary>
    /// The index of a value's count. Values outside the range, negative ones too, give an index at
    /// or beyond <see cref="CountsLength"/>.
    /// </summary>
    public int IndexOf(long value)
    {
        var bucket = BucketOf(value);
        var subBucket = (int)(value >>> (bucket + _unitMagnitude));
        return ((bucket + 1) << _subBucketHalfCountMagnitude) + subBucket - SubBucketHalfCount;
    }

    /// <summary>The lowest value counted at an index.</summary>
    public long LowestValueAt(int index)
    {
        var bucket = (index >> _subBucketHalfCountMagnitude) - 1;
        var subBucket = (long)(index & (SubBucketHalfCount - 1));
        return bucket < 0
            ? subBucket << _unitMagnitude
            : (subBucket + SubBucketHalfCount) << (bucket + _unitMagnitude);
    }

    public long LowestEquivalentValue(long value)
    {
        var magnitude = BucketOf(value) + _unitMagnitude;
        return value >>> magnitude << magnitude;
    }

    public long HighestEquivalentValue(long value) =>
        LowestEquivalentValue(value) + (SizeOfEquivalentValueRange(value) - 1);

    public long MedianEquivalentValue(long value) =>
        LowestEquivalentValue(value) + (SizeOfEquivalentValueRange(value) >> 1);

    private long SizeOfEquivalentValueRange(long value) => 1L << (BucketOf(value) + _unitMagnitude);

    private int BucketOf(long value) =>
        _leadingZeroCountBase - BitOperations.LeadingZeroCount((ulong)(value | _subBucketMask));
}
