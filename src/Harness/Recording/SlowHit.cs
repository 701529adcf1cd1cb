using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>
/// One of a row's slowest exchanges, of any outcome, and where its time went. Its latency is its
/// client wait, the provider's time and the gateway's together; pauses of the garbage collector lie
/// within these and add nothing.
/// </summary>
/// <param name="Second">When it was meant to start, in seconds from the start of the measured time.</param>
/// <param name="Exchange">Which part of the row's scenario it is; null for scenarios of a single exchange.</param>
/// <param name="LatencyMicroseconds">From the intended start to the checked last byte.</param>
/// <param name="ClientWaitMicroseconds">From the intended start to the start of the send.</param>
/// <param name="ProviderMicroseconds">
/// For how long at least one request of its trace was with the fake provider; null without a fake
/// provider in this process, where it saw no request of this trace, and where its log, which is
/// bounded, may have lost one.
/// </param>
/// <param name="GatewayMicroseconds">
/// The rest of the service time: the gateway, the ways between all three, and the client's reading;
/// null where the provider's time is not known.
/// </param>
/// <param name="GcPauseMicroseconds">
/// For how long, from the intended start on, the garbage collector held this process up; null where
/// the target is another process, and where that can't be told.
/// </param>
/// <param name="Outcome">How it ended.</param>
/// <param name="TraceId">32 hexadecimal digits; null where the harness sent none of its own.</param>
public sealed record SlowHit(
    double Second,
    string? Exchange,
    double LatencyMicroseconds,
    double ClientWaitMicroseconds,
    double? ProviderMicroseconds,
    double? GatewayMicroseconds,
    double? GcPauseMicroseconds,
    Outcome Outcome,
    string? TraceId
)
{
    /// <summary><see cref="LatencyMicroseconds"/> as a time.</summary>
    [JsonIgnore]
    public TimeSpan Latency => TimeSpan.FromMicroseconds(LatencyMicroseconds);

    /// <summary><see cref="ClientWaitMicroseconds"/> as a time.</summary>
    [JsonIgnore]
    public TimeSpan ClientWait => TimeSpan.FromMicroseconds(ClientWaitMicroseconds);

    /// <summary><see cref="ProviderMicroseconds"/> as a time.</summary>
    [JsonIgnore]
    public TimeSpan? Provider => Time(ProviderMicroseconds);

    /// <summary><see cref="GatewayMicroseconds"/> as a time.</summary>
    [JsonIgnore]
    public TimeSpan? Gateway => Time(GatewayMicroseconds);

    /// <summary><see cref="GcPauseMicroseconds"/> as a time.</summary>
    [JsonIgnore]
    public TimeSpan? GcPauses => Time(GcPauseMicroseconds);

    private static TimeSpan? Time(double? microseconds) =>
        microseconds is { } value ? TimeSpan.FromMicroseconds(value) : null;
}
