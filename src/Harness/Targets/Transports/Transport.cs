namespace GatewayBench;

/// <summary>How bytes reach a gateway in this process. Figures of two transports are never compared.</summary>
public enum Transport
{
    /// <summary>Kestrel over loopback sockets: what a client on the same machine would see.</summary>
    Loopback,

    /// <summary>
    /// Kestrel's whole HTTP pipeline over pipes in memory: no port, no descriptor and no kernel, so
    /// that more of what is left is the gateway.
    /// </summary>
    InMemory,

    /// <summary>
    /// ASP.NET Core's test server instead of Kestrel: no HTTP at all, so what is left is the
    /// gateway's own pipeline. Kestrel's limits and time-outs do not exist here.
    /// </summary>
    TestServer,
}
