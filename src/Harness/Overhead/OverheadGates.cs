namespace GatewayBench;

/// <summary>Why a row's figures must not be used.</summary>
internal static class OverheadGates
{
    /// <summary>Pairs that may be left out: each is one that was slow or failed, and so not like the others.</summary>
    private const double LeftOutShare = 0.01;

    /// <param name="strangers">Calls that came to the gateway's provider meanwhile, of no exchange that was known.</param>
    public static string NoIdentity(long strangers) =>
        strangers > 0
            ? "identity: the gateway asked its provider without the trace id of the request, so no request can "
                + "be paired; allowed: gateways that pass traceparent on, as .NET's HttpClient does"
            : "no call: the gateway answered without asking its provider, so nothing is there to compare with";

    /// <param name="pairs">All of them.</param>
    /// <param name="trust">What is known besides.</param>
    /// <param name="latencyP99Microseconds">The gateway's; null with too few pairs.</param>
    public static IEnumerable<string> Of(
        IReadOnlyCollection<OverheadPair> pairs,
        OverheadTrust trust,
        double? latencyP99Microseconds
    )
    {
        var leftOut = pairs.Count(pair => pair.LeftOut is not null);
        var ofAll = new Trust
        {
            LatencyP99Microseconds = latencyP99Microseconds,
            ProviderTimerErrorP99Microseconds = trust.TimerErrorP99Microseconds,
            StealShare = trust.Host.Steal,
            MemoryPressure = trust.Host.MemoryPressure,
            IoPressure = trust.Host.IoPressure,
            ThrottledShare = trust.Host.Throttled,
        };
        string?[] all =
        [
            LeftOut(leftOut, pairs.Count),
            leftOut == 0 ? Delays(trust) : null,
            ProviderGates.TimerError(ofAll),
            HostGates.Steal(ofAll),
            HostGates.Throttling(ofAll),
            HostGates.Memory(ofAll),
            HostGates.Io(ofAll),
        ];
        return all.OfType<string>();
    }

    private static string? LeftOut(int leftOut, int pairs) =>
        leftOut > LeftOutShare * pairs || leftOut == pairs
            ? $"pairs: {Units.Count(leftOut)} of {Units.Count(pairs)} say nothing, at most {Units.Percent(LeftOutShare)}"
            : null;

    private static string? Delays(OverheadTrust trust) =>
        trust.GatewayCalls != trust.DirectCalls
        || Math.Abs(trust.GatewayPlannedMicroseconds - trust.DirectPlannedMicroseconds) >= 1
            ? $"delays: the gateway's provider drew {Units.Count(trust.GatewayCalls)} and the direct one "
                + $"{Units.Count(trust.DirectCalls)}, of {Drawn(trust.GatewayPlannedMicroseconds)} and "
                + $"{Drawn(trust.DirectPlannedMicroseconds)} in all, which have to be the same"
            : null;

    private static string Drawn(double microseconds) =>
        Units.Time(TimeSpan.FromMicroseconds(microseconds));
}
