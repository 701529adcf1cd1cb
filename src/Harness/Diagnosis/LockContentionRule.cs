namespace GatewayBench;

/// <summary>Threads wait for locks at least once in four exchanges.</summary>
internal static class LockContentionRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "lock_contention",
            Title = "lock contention",
            Read = signals =>
                RowSignals.Both(
                    PerExchange(signals.LockContentions),
                    signals.OfTimeline("exchanges", slice => slice.Successes / slice.Seconds),
                    (waits, rate) => waits < Least ? 0 : waits / Math.Max(rate, 1)
                ),
            Floor = 0.25,
            Cause = "many requests take turns at one lock",
            NextStep =
                "find it in a trace (dotnet-trace, contention events), and hold it for less or split it",
            // A lock makes callers wait; what fails beside it fails for another reason.
            Felt = symptom => Effect.Slowdown(symptom)?.ToString(),
        };

    private static Signal? PerExchange(Signal? waits) =>
        waits is null ? null : waits with { Series = $"{waits.Series} per exchange" };

    /// <summary>Waits per second; fewer hold nobody up who matters, however few exchanges there are.</summary>
    private const double Least = 10;
}
