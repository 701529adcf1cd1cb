using System.Net;

namespace GatewayBench.Tests.Targets;

/// <summary>One way to a gateway in this process.</summary>
public sealed record Way(Transport Transport, bool Http2, bool Https, bool Fresh, string Label)
{
    private static readonly Way[] Ways =
    [
        new(Transport.Loopback, false, false, false, "loopback"),
        new(Transport.Loopback, false, false, true, "loopback, fresh connections"),
        new(Transport.Loopback, false, true, false, "loopback, HTTPS"),
        new(Transport.Loopback, false, true, true, "loopback, HTTPS, fresh connections"),
        new(Transport.Loopback, true, false, false, "loopback, HTTP/2"),
        new(Transport.Loopback, true, false, true, "loopback, HTTP/2, fresh connections"),
        new(Transport.Loopback, true, true, false, "loopback, HTTPS, HTTP/2"),
        new(Transport.Loopback, true, true, true, "loopback, HTTPS, HTTP/2, fresh connections"),
        new(Transport.InMemory, false, false, false, "inmemory"),
        new(Transport.InMemory, false, false, true, "inmemory, fresh connections"),
        new(Transport.InMemory, true, false, false, "inmemory, HTTP/2"),
        new(Transport.InMemory, true, false, true, "inmemory, HTTP/2, fresh connections"),
        new(Transport.TestServer, false, false, false, "testserver"),
    ];

    /// <summary>All that there are.</summary>
    public static TheoryData<Way> All => new(Ways);

    /// <summary>Those that have connections.</summary>
    public static TheoryData<Way> Connected =>
        new(Ways.Where(way => way.Transport != Transport.TestServer));

    public Version Version => Http2 ? HttpVersion.Version20 : HttpVersion.Version11;

    public GatewayHost<Program> To(GatewayHost<Program> gateway) =>
        gateway
            .UseTransport(Transport)
            .UseConnections(
                new()
                {
                    Http2 = Http2,
                    Https = Https,
                    Fresh = Fresh,
                }
            );

    public override string ToString() => Label;
}
