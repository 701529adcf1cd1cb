namespace GatewayBench;

/// <summary>The garbage collector holds the process up: its share of the time.</summary>
internal static class AllocationStormRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "allocation_storm",
            Title = "allocation storm",
            Read = signals => signals.PauseShare,
            Floor = 0.1,
            Cause =
                "requests allocate faster than the collector keeps up with, often large arrays and strings",
            NextStep =
                "look at allocations in a trace (dotnet-trace, gc-verbose), and pool or stream what is large",
            Felt = static symptom =>
                $"exchanges stood still for {Units.Percent(symptom.Onset.Value)} of the time",
        };
}
