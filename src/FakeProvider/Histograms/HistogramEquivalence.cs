namespace GatewayBench;

/// <summary>
/// Which values a histogram cannot tell apart: those that fall into the same count are equivalent.
/// Values are non-negative; they need not lie in the histogram's range.
/// </summary>
public static class HistogramEquivalence
{
    /// <summary>The lowest value equivalent to <paramref name="value"/>.</summary>
    public static long LowestEquivalentValue(this LongHistogram histogram, long value) =>
        LayoutOf(histogram).LowestEquivalentValue(value);

    /// <summary>The highest value equivalent to <paramref name="value"/>.</summary>
    public static long HighestEquivalentValue(this LongHistogram histogram, long value) =>
        LayoutOf(histogram).HighestEquivalentValue(value);

    /// <summary>The middle, rounded up, of the values equivalent to <paramref name="value"/>.</summary>
    public static long MedianEquivalentValue(this LongHistogram histogram, long value) =>
        LayoutOf(histogram).MedianEquivalentValue(value);

    /// <summary>Whether both values fall into the same count.</summary>
    public static bool ValuesAreEquivalent(
        this LongHistogram histogram,
        long value1,
        long value2
    ) => histogram.LowestEquivalentValue(value1) == histogram.LowestEquivalentValue(value2);

    private static ref readonly HistogramLayout LayoutOf(LongHistogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        return ref histogram.Layout;
    }
}
