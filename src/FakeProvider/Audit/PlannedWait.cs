namespace GatewayBench;

/// <summary>A wait as it was drawn and as it was.</summary>
/// <param name="Planned">Since the request was admitted; zero if nothing was drawn.</param>
/// <param name="Actual">The same by the clock.</param>
internal readonly record struct PlannedWait(TimeSpan Planned, TimeSpan Actual)
{
    /// <summary>By how much it missed its plan, early or late.</summary>
    public TimeSpan Error => (Actual - Planned).Duration();
}
