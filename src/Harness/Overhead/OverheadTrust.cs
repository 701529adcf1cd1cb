namespace GatewayBench;

/// <summary>What is known of a row besides its figures; the gates judge it.</summary>
/// <param name="GatewayCalls">Calls of the gateway's provider that had to wait.</param>
/// <param name="DirectCalls">Likewise of the direct arm's.</param>
/// <param name="GatewayPlannedMicroseconds">The delays before first tokens that its provider drew, all together.</param>
/// <param name="DirectPlannedMicroseconds">Likewise the direct arm's.</param>
/// <param name="TimerErrorP99Microseconds">By how much either provider's delays missed what was drawn, at their p99; null with too few.</param>
/// <param name="Host">What the machine did meanwhile.</param>
internal sealed record OverheadTrust(
    long GatewayCalls,
    long DirectCalls,
    double GatewayPlannedMicroseconds,
    double DirectPlannedMicroseconds,
    double? TimerErrorP99Microseconds,
    HostActivity Host
)
{
    public static OverheadTrust Between(OverheadMeter.Reading before, OverheadMeter.Reading after)
    {
        var gateway = after.GatewayDelays - before.GatewayDelays;
        var direct = after.DirectDelays - before.DirectDelays;
        var ofGateway = ProviderTimerError.P99Between(before.Gateway, after.Gateway);
        var ofDirect = ProviderTimerError.P99Between(before.Direct, after.Direct);
        return new OverheadTrust(
            gateway.Count,
            direct.Count,
            gateway.Planned.TotalMicroseconds,
            direct.Planned.TotalMicroseconds,
            ofGateway > ofDirect ? ofGateway : ofDirect ?? ofGateway,
            HostActivity.Between(before.Host, after.Host)
        );
    }
}
