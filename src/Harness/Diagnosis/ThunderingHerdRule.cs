namespace GatewayBench;

/// <summary>Many ask the model at once for what the cache had until now: by how much more misses.</summary>
internal static class ThunderingHerdRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "thundering_herd",
            Title = "thundering herd",
            Read = signals => Rise(Misses(signals)),
            Floor = 0.3,
            IsNoisy = false,
            Cause = "an answer that many want left the cache, and each of them asks for it anew",
            NextStep =
                "let one caller ask and the others wait for its answer, and spread the times at which entries expire",
        };

    /// <summary>A single slice of few requests has few misses by chance.</summary>
    private const int LeastSlices = 3;

    private static Signal? Misses(RowSignals signals) =>
        RowSignals.Share(
            signals.Sum(new SeriesPattern("gateway.cache.requests", "rate", "result=miss")),
            signals.Sum(
                new SeriesPattern("gateway.cache.requests", "rate", Without: "result=bypass")
            )
        );

    /// <summary>
    /// Above the least share that some slices before had, and not above a normal: a cache that fills
    /// has none.
    /// </summary>
    private static Signal? Rise(Signal? misses)
    {
        if (misses is null)
        {
            return null;
        }
        var last = new Queue<double>();
        double? least = null;
        return misses with { Values = [.. misses.Values.Select(Over)] };

        double? Over(double? share)
        {
            if (share is not { } value)
            {
                return null;
            }
            var over = Math.Max(0, value - (least ?? value));
            last.Enqueue(value);
            if (last.Count >= LeastSlices)
            {
                least = Math.Min(least ?? 1, last.Average());
                last.Dequeue();
            }
            return over;
        }
    }
}
