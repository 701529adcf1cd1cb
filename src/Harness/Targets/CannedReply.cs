using System.Globalization;
using System.Net;
using System.Text;

namespace GatewayBench;

/// <summary>A response that was seen once, as bytes to be sent again and again.</summary>
internal static class CannedReply
{
    /// <summary>Those that say how one response was sent, which a copy of known length need not be.</summary>
    private static readonly string[] Framing =
    [
        "Connection",
        "Content-Length",
        "Content-Type",
        "Keep-Alive",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    ];

    /// <param name="status">Its status.</param>
    /// <param name="headers">
    /// Its headers, since reading them is part of the client's work; those of framing are left out.
    /// </param>
    /// <param name="contentType">Null for a response without.</param>
    /// <param name="body">To its last byte.</param>
    public static byte[] Of(
        HttpStatusCode status,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers,
        string? contentType,
        ReadOnlySpan<byte> body
    )
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)status} {status}\r\n");
        foreach (var (name, values) in headers)
        {
            if (!Framing.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                foreach (var value in values)
                {
                    head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
                }
            }
        }
        if (contentType is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {contentType}\r\n");
        }
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. body];
    }
}
