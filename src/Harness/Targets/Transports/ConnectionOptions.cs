namespace GatewayBench;

/// <summary>
/// What the connections to a target are like. By default cleartext HTTP/1.1 over connections that
/// are kept and used again. Whatever is set stands in the label of every result.
/// </summary>
public sealed record ConnectionOptions
{
    /// <summary>
    /// Exactly HTTP/2 instead of exactly HTTP/1.1: without TLS by prior knowledge, with TLS as
    /// negotiated. Requests share a connection up to the server's limit of streams (Kestrel: 100);
    /// beyond it another connection is opened, so that no request queues inside the client.
    /// </summary>
    public bool Http2 { get; init; }

    /// <summary>
    /// TLS 1.2 or later, with a certificate made for this one host, which the client accepts and no
    /// other. For a gateway in this process over <see cref="Transport.Loopback"/>; a
    /// <see cref="RemoteTarget"/> has it by its URL.
    /// </summary>
    public bool Https { get; init; }

    /// <summary>
    /// A new connection for each request, with a full TLS handshake where there is TLS: for what
    /// handshakes cost. Each closed connection keeps a port of the machine occupied for a while.
    /// </summary>
    public bool Fresh { get; init; }

    /// <summary>The label of a transport with these connections, such as <c>loopback, HTTPS, HTTP/2</c>.</summary>
    internal string LabelOf(string transport) =>
        transport
        + (Https ? ", HTTPS" : "")
        + (Http2 ? ", HTTP/2" : "")
        + (Fresh ? ", fresh connections" : "");
}
