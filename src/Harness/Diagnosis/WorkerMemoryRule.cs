namespace GatewayBench;

/// <summary>Memory that is left after collections grows.</summary>
internal static class WorkerMemoryRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "worker_memory",
            Title = "worker memory",
            IsClassic = true,
            Read = signals =>
                signals.Sum(new SeriesPattern("dotnet.gc.last_collection.heap.size"))
                ?? signals.OfResources("heap", slice => slice.HeapBytes),
            Floor = 256e6,
            Factor = 2,
            Cause =
                "something keeps what requests leave behind, or more is held at once than the worker has room for",
            NextStep =
                "take a dump with dotnet-gcdump late in the run and look at what grew; bound what is held per request",
        };
}
