namespace GatewayBench.Support;

/// <summary>What code allocates each time that it runs.</summary>
public static class Allocations
{
    private const int Times = 5;

    /// <summary>
    /// The least of several runs, in bytes, after one that is not counted: what the runtime allocates
    /// on this thread in between, such as for a method that it compiles anew, is in few of them.
    /// </summary>
    public static long Of(Action action)
    {
        action();
        return Enumerable.Range(0, Times).Min(_ => Once(action));
    }

    private static long Once(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
