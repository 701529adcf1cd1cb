namespace GatewayBench;

/// <summary>Work waits for a thread although processors are idle.</summary>
internal static class ThreadPoolRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "thread_pool",
            Title = "thread-pool starvation",
            Read = signals =>
                RowSignals.Both(
                    signals.ThreadPoolQueue,
                    signals.CpuShare,
                    (queue, busy) => busy < MostBusy ? queue : 0
                ),
            Floor = 20,
            Cause =
                "threads are blocked, mostly by waiting for a task synchronously (.Result, .Wait(), GetAwaiter().GetResult())",
            NextStep = "find blocked threads with dotnet-stack, and await what they wait for",
        };

    /// <summary>Of the processors: with more, it is they that work waits for.</summary>
    private const double MostBusy = 0.7;
}
