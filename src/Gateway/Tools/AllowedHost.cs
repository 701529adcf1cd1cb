using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gateway;

/// <summary>A host that the HTTP tool may fetch from. Without a port: the schemes' own ones.</summary>
internal sealed record AllowedHost(string Host, int? Port)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out AllowedHost? host)
    {
        host = null;
        // A bracketed IPv6 address has colons of its own.
        var colon = text.EndsWith(']') ? -1 : text.LastIndexOf(':');
        var name = colon < 0 ? text : text[..colon];
        int? port = null;
        if (colon >= 0)
        {
            if (
                !ushort.TryParse(
                    text.AsSpan(colon + 1),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                || number == 0
            )
            {
                return false;
            }
            port = number;
        }
        if (Uri.CheckHostName(name) is UriHostNameType.Unknown or UriHostNameType.Basic)
        {
            return false;
        }
        host = new(name, port);
        return true;
    }

    public bool Covers(Uri uri) =>
        (
            Host.Equals(uri.Host, StringComparison.OrdinalIgnoreCase)
            || Host.Equals(uri.IdnHost, StringComparison.OrdinalIgnoreCase)
        ) && (Port is { } port ? uri.Port == port : uri.IsDefaultPort);

    public override string ToString() => Port is null ? Host : $"{Host}:{Port}";
}
