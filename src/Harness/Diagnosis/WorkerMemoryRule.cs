namespace GatewayBench;

/// <summary>Memory that is left after collections grows, and is not given back.</summary>
internal static class WorkerMemoryRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "worker_memory",
            Title = "worker memory",
            Read = signals => Kept(Heap(signals)),
            Floor = 256e6,
            FloorOf = facts => LimitShare * facts.HeapLimit,
            Factor = 2,
            Cause =
                "something keeps what requests leave behind, or more is held at once than the worker has room for",
            NextStep =
                "take a dump with dotnet-gcdump late in the run and look at what grew; bound what is held per request",
            Felt = symptom =>
                Effect.Failures(symptom) ?? (IsCollecting(symptom) ? Effect.Any(symptom) : null),
        };

    /// <summary>Of the limit of a worker's heap: from there on collections become frequent.</summary>
    private const double LimitShare = 0.5;

    /// <summary>Of the time: with less, memory is not what callers wait for.</summary>
    private const double LeastPauseShare = 0.05;

    private static Signal? Heap(RowSignals signals) =>
        signals.Sum(new SeriesPattern("dotnet.gc.last_collection.heap.size"))
        ?? signals.OfResources("heap", slice => slice.HeapBytes);

    /// <summary>The least from each slice on: what comes and goes between collections is no growth.</summary>
    private static Signal? Kept(Signal? heap)
    {
        if (heap is null)
        {
            return null;
        }
        double?[] kept = [.. heap.Values];
        for (var i = kept.Length - 2; i >= 0; i--)
        {
            kept[i] =
                kept[i] is { } value && kept[i + 1] is { } later
                    ? Math.Min(value, later)
                    : kept[i] ?? kept[i + 1];
        }
        return heap with { Values = kept };
    }

    private static bool IsCollecting(Symptom symptom) =>
        Median.OfKnown(symptom.Signals.PauseShare?.Values.Skip(symptom.Onset.Slice) ?? [])
        >= LeastPauseShare;
}
