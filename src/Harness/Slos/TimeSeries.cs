namespace GatewayBench;

/// <summary>Times that an SLO may be about.</summary>
internal enum TimeSeries
{
    /// <summary>From the intended start to the checked last byte.</summary>
    Latency,

    /// <summary>From the send.</summary>
    ServiceTime,

    /// <summary>From the intended start to the first text of a stream.</summary>
    FirstToken,

    /// <summary>From each text of a stream to the next.</summary>
    TokenGap,
}
