using System.Globalization;

namespace GatewayBench.HarnessTests.Recording;

/// <summary>A histogram's shape and what to record in it; seeded, so that failures come back.</summary>
public sealed record HistogramCase(
    long Lowest,
    long Highest,
    int Digits,
    IReadOnlyList<(long Value, long Count)> Recorded
)
{
    /// <summary>Random contents in ranges that users choose and in those at the edges.</summary>
    public static IEnumerable<HistogramCase> All { get; } =
    [
        new(1, 3_600_000_000, 3, []),
        new(1, 3_600_000_000, 3, [(0, 5)]),
        new(1, 2, 1, [(0, 1), (1, 2), (2, 3)]),
        new(1, long.MaxValue, 3, [(0, 1), (long.MaxValue, 1), (long.MaxValue - 1, 1)]),
        new(1, long.MaxValue, 1, [(long.MaxValue / 2, 3), ((long.MaxValue / 2) + 1, 4)]),
        new(1, 1_000_000, 2, [(7, 3_000_000_000), (70_000, int.MaxValue), (8, 1L << 40)]),
        new(1, 3_600_000_000, 0, [(0, 1), (1, 1), (2, 1), (3, 1), (3_600_000_000, 1)]),
        // Where the reference's logarithm rounds up to the next power of two.
        new(
            (1L << 48) - 1,
            long.MaxValue,
            2,
            [(0, 1), (1L << 47, 2), (1L << 48, 3), (1L << 62, 4)]
        ),
        .. Enumerable.Range(1, 40).Select(Random),
    ];

    public LongHistogram Record()
    {
        var histogram = new LongHistogram(Lowest, Highest, Digits);
        foreach (var (value, count) in Recorded)
        {
            histogram.RecordValueWithCount(value, count);
        }
        return histogram;
    }

    /// <summary>The oracle's arguments for the same histogram.</summary>
    public string ForOracle() =>
        string.Create(CultureInfo.InvariantCulture, $"{Lowest} {Highest} {Digits} ")
        + string.Join(' ', Recorded.Select(r => $"{r.Value}:{r.Count}"));

    private static HistogramCase Random(int seed)
    {
        var random = new Random(seed);
        var digits = 1 + (seed % 5);
        // Powers of two, numbers between them, and 1.
        long[] lowests = [1, 2, 3, 1000, 1024, 1 << 20];
        var lowest = lowests[random.Next(lowests.Length)];
        var highest = Math.Max(2 * lowest, random.NextInt64(1L << random.Next(2, 63)));
        var recorded = Enumerable
            .Range(0, random.Next(1, 300))
            .Select(_ => (Value(random, highest), Count(random)));
        return new(lowest, highest, digits, [.. recorded]);
    }

    // All magnitudes alike, and often the very top.
    private static long Value(Random random, long highest) =>
        random.Next(10) == 0
            ? highest - random.Next(3)
            : random.NextInt64(highest) >> random.Next(63);

    private static long Count(Random random) =>
        random.Next(4) == 0 ? random.NextInt64(1L << random.Next(1, 48)) : random.Next(1, 4);
}
