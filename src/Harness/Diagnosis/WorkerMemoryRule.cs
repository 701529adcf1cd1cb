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
            IsNoisy = false,
            Cause =
                "something keeps what requests leave behind, or more is held at once than the worker has room for",
            NextStep =
                "take a dump with dotnet-gcdump late in the run and look at what grew; bound what is held per request",
            Felt = symptom =>
                Effect.Failures(symptom)
                ?? (IsCollecting(symptom) ? Effect.Any(symptom) : null)
                ?? Filling(symptom),
        };

    /// <summary>Of the limit of a worker's heap: from there on collections become frequent.</summary>
    private const double LimitShare = 0.5;

    /// <summary>Of the time: with less, memory is not what callers wait for.</summary>
    private const double LeastPauseShare = 0.05;

    /// <summary>Until a heap is full: what takes longer may well stop before.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

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
        // A worker that is gone tells no more, mostly for what it told last.
        var end = Array.FindLastIndex(kept, value => value is not null) + 1;
        kept.AsSpan(end, Math.Min(Onset.Window - 1, kept.Length - end)).Fill(kept[end - 1]);
        for (var i = kept.Length - 2; i >= 0; i--)
        {
            kept[i] =
                kept[i] is { } value && kept[i + 1] is { } later
                    ? Math.Min(value, later)
                    : kept[i] ?? kept[i + 1];
        }
        return heap with { Values = kept };
    }

    /// <summary>A heap that is going to be full is the one thing that is named before callers feel it.</summary>
    private static string? Filling(Symptom symptom)
    {
        var facts = symptom.Signals.Facts;
        double[] since = [.. symptom.Signal.Values.Skip(symptom.Onset.Slice).OfType<double>()];
        if (facts.HeapBytes is not { } room || since.Length < 2)
        {
            return null;
        }
        var perSecond = Trend.Of(since).Slope / symptom.Row.Timeline[symptom.Onset.Slice].Seconds;
        var left = (room - since[^1]) / perSecond;
        return perSecond > 0 && left <= Soon.TotalSeconds
            ? $"full in {Units.Time(TimeSpan.FromSeconds(Math.Max(0, left)))} at this rate"
            : null;
    }

    private static bool IsCollecting(Symptom symptom) =>
        Median.OfKnown(symptom.Signals.PauseShare?.Values.Skip(symptom.Onset.Slice) ?? [])
        >= LeastPauseShare;
}
