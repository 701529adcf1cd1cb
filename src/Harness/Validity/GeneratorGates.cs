namespace GatewayBench;

/// <summary>Whether the load was the one that was asked for, and not mostly our own.</summary>
internal static class GeneratorGates
{
    public static string? ScheduleLag(Trust trust)
    {
        var limit = Lateness.Limit(trust, GateLimits.LeastScheduleLagMicroseconds);
        return trust.ScheduleLagP99Microseconds is { } lag && lag > limit
            ? $"late: hits were sent up to {Lateness.Text(lag)} (p99) after they were due, "
                + $"at most {Lateness.Text(limit)}; lower the rate, or give the machine less to do"
            : null;
    }

    public static string? Unsent(OpenResult open) =>
        open.Unsent > GateLimits.Unsent
            ? $"unsent: {Units.Count(open.Unsent)} hits were due and never sent, "
                + $"at most {GateLimits.Unsent}; lower the rate, or allow more in flight"
            : null;

    public static string? Achieved(OpenResult open) =>
        open.Offered > 0
        && Math.Abs(open.SentInTime - open.Offered)
            > Math.Max(GateLimits.AchievedSlack, GateLimits.AchievedTolerance * open.Offered)
            ? $"not the load: {Units.Percent(open.Achieved)} of what was due was sent, "
                + $"{Units.Percent(1 - GateLimits.AchievedTolerance)} to "
                + $"{Units.Percent(1 + GateLimits.AchievedTolerance)} allowed; "
                + (open.Achieved < 1 ? "lower the rate" : "warm up longer: a backlog was sent")
            : null;

    public static string? Share(Trust trust) =>
        trust.GeneratorShare is { } share && share > GateLimits.GeneratorShare
            ? $"generator: the load client used {Units.Percent(share)} of the CPU, "
                + $"at most {Units.Percent(GateLimits.GeneratorShare)}; "
                + "what was measured is the client: load a dearer endpoint"
            : null;
}
