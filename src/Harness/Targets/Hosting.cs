namespace GatewayBench;

/// <summary>Where a hosted gateway runs.</summary>
public enum Hosting
{
    /// <summary>In this process: one clock for client, gateway and provider.</summary>
    InProcess,

    /// <summary>
    /// As a process of its own over loopback, with the garbage collector that it ships with: for
    /// faults that would take the harness down with them.
    /// </summary>
    Child,
}
