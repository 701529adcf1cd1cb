using System.Net;

namespace GatewayBench;

/// <summary>
/// Reads what <see cref="SocketAddress.ToString"/> writes, which is how the runtime's events name
/// an end point: <c>InterNetwork:16:{1,187,127,0,0,1,…}</c>, the bytes after the family.
/// </summary>
internal static class SocketAddressText
{
    private const int PortBytes = 2;
    private const int FlowInfoBytes = 4;

    /// <summary>The address, or null for a family that is not IP or a text of another form.</summary>
    public static IPAddress? ParseIp(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        if (open < 0 || !text.EndsWith('}'))
        {
            return null;
        }
        var (skip, length) = text.StartsWith("InterNetworkV6:", StringComparison.Ordinal)
            ? (PortBytes + FlowInfoBytes, 16)
            : (PortBytes, 4);
        if (!text.StartsWith("InterNetwork", StringComparison.Ordinal))
        {
            return null;
        }
        var parts = text[(open + 1)..^1].Split(',');
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            if (skip + i >= parts.Length || !byte.TryParse(parts[skip + i], out bytes[i]))
            {
                return null;
            }
        }
        return new IPAddress(bytes);
    }
}
