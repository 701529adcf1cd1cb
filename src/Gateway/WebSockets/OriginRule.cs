using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Keeps other sites' pages from opening sockets with a visitor's credentials: browsers ask nobody
/// before they do, but say where the page is from.
/// </summary>
internal sealed class OriginRule(IOptions<SocketOptions> options)
{
    private readonly string[] _allowed = [.. options.Value.AllowedOrigins];

    public string Allowed => string.Join(", ", _allowed.Prepend("this host's own origin"));

    public bool Allows(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || IsOwn(origin, request.Host)
            || Array.Exists(
                _allowed,
                known =>
                    known is SocketOptions.AnyOrigin
                    || known.Equals(origin, StringComparison.OrdinalIgnoreCase)
            );
    }

    // Without the scheme: behind a proxy that ends TLS it is another here than in the browser.
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase);
}
