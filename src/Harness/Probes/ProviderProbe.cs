namespace GatewayBench;

/// <summary>What a fake provider does, slice by slice.</summary>
/// <param name="clock">The run's.</param>
/// <param name="read">What it has done so far.</param>
internal sealed class ProviderProbe(TimeProvider clock, Func<ProviderCounters> read)
    : SliceProbe<ProviderCounters, ProviderSlice>(clock, read)
{
    protected override ProviderSlice Between(
        in ProviderCounters before,
        in ProviderCounters after,
        double second,
        double seconds
    )
    {
        var delays = after.Delays - before.Delays;
        return new ProviderSlice(
            second,
            seconds,
            after.Requests - before.Requests,
            after.RateLimited - before.RateLimited,
            after.Tokens - before.Tokens,
            after.InFlight,
            Mean(delays.Planned, delays.Count),
            Mean(delays.Actual, delays.Count)
        );
    }

    private static double? Mean(TimeSpan sum, long count) =>
        count > 0 ? sum.TotalMicroseconds / count : null;
}
