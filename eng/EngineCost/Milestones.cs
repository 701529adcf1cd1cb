namespace GatewayBench.EngineCost;

/// <summary>Counts the successes of a load, and tells when given numbers of them are reached.</summary>
/// <param name="counts">Above 0.</param>
internal sealed class Milestones(params IEnumerable<int> counts)
{
    private readonly Dictionary<int, TaskCompletionSource> _reached = counts
        .Distinct()
        .ToDictionary(
            count => count,
            // Whoever waits goes on elsewhere, and not within the exchange that is counted.
            _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        );

    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Ends when so many have been counted.</summary>
    public Task ReachedAsync(int count) => _reached[count].Task;

    /// <summary>The scenario with its successes counted; its last check has to pass for that.</summary>
    public Scenario Watch(Scenario scenario) =>
        scenario.Check(
            "is counted",
            _ =>
            {
                if (_reached.TryGetValue(Interlocked.Increment(ref _count), out var reached))
                {
                    reached.SetResult();
                }
                return true;
            }
        );
}
