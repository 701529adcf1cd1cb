using MathNet.Numerics.Distributions;

namespace GatewayBench;

/// <summary>Which class of prompts the slowest exchanges are of.</summary>
internal static class PromptTail
{
    /// <summary>Of the slowest, from which on a class is what they are.</summary>
    private const double LeastShare = 0.5;

    /// <summary>Of the slowest, over its share of all.</summary>
    private const double LeastFactor = 2;

    private const double Significance = 0.01;
    private const double TailFrom = 99;
    private const double MostCounted = 10_000_000;

    /// <param name="names">Of the classes, the first of which is class 1.</param>
    /// <param name="cells">What was recorded.</param>
    /// <returns>The classes that occurred.</returns>
    public static PromptClassResult[] Of(IReadOnlyList<string> names, PromptCells cells) =>
        Judged([
            .. names
                .Select((name, i) => (Name: name, Class: i + 1))
                .Where(one => cells.Latency(one.Class) is not null)
                .Select(one =>
                    (one.Name, cells.Errors(one.Class), cells.Latency(one.Class)!.Copy())
                ),
        ]);

    /// <summary>The same by what was stored of them.</summary>
    public static PromptClassResult[] Judged(
        IReadOnlyList<(string Name, long Errors, LongHistogram Latency)> classes
    )
    {
        var all = PromptCells.NewHistogram();
        foreach (var one in classes)
        {
            all.Add(one.Latency);
        }
        var hasTail = all.TotalCount >= SampleSize.NeededFor(TailFrom);
        var limit = all.GetValueAtPercentile(TailFrom);
        var tail = hasTail ? classes.Sum(one => From(one.Latency, limit)) : 0;
        return
        [
            .. classes
                .Where(one => one.Latency.TotalCount + one.Errors > 0)
                .Select(one =>
                {
                    var count = one.Latency.TotalCount;
                    var share = all.TotalCount > 0 ? (double)count / all.TotalCount : 0;
                    var slow = hasTail ? From(one.Latency, limit) : 0;
                    double? tailShare = hasTail ? (double)slow / tail : null;
                    double? chance = hasTail ? Chance(all.TotalCount, count, tail, slow) : null;
                    return new PromptClassResult(
                        one.Name,
                        count,
                        one.Errors,
                        one.Latency,
                        share,
                        tailShare,
                        chance,
                        tailShare >= Math.Max(LeastShare, LeastFactor * share)
                            && chance < Significance / classes.Count
                    );
                }),
        ];
    }

    /// <summary>
    /// Classes are drawn by the seed, whatever else goes on. So if their latencies were alike, the
    /// slowest would be a draw without replacement from all: Fisher's exact test, one-sided.
    /// </summary>
    private static double Chance(long all, long ofClass, long tail, long slow)
    {
        // More tell nothing more, and would be added up one by one.
        var scale = Math.Min(1, MostCounted / (double)all);
        int Scaled(long count) => (int)Math.Floor(count * scale);
        return Scaled(slow) == 0
            ? 1
            : Math.Clamp(
                1
                    - Hypergeometric.CDF(
                        Scaled(all),
                        Scaled(ofClass),
                        Scaled(tail),
                        Scaled(slow) - 1
                    ),
                0,
                1
            );
    }

    /// <summary>With those that can't be told from the limit.</summary>
    private static long From(LongHistogram latency, long limit)
    {
        var count = 0L;
        for (var i = latency.Layout.IndexOf(limit); i < latency.Counts.Length; i++)
        {
            count += latency.Counts[i];
        }
        return count;
    }
}
