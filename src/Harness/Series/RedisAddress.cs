using System.Net;

namespace GatewayBench;

/// <summary>Where a Redis server listens.</summary>
/// <param name="Host">A name or an address.</param>
/// <param name="Port">1 to 65,535.</param>
internal sealed record RedisAddress(string Host, int Port)
{
    private const int UsualPort = 6379;

    /// <param name="text">A host, or a host and a port.</param>
    /// <exception cref="ArgumentException">Not a host, or not a port.</exception>
    public static RedisAddress Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var colon = text.LastIndexOf(':');
        return new(
            HostName.Require(colon < 0 ? text : text[..colon]),
            colon < 0 ? UsualPort : PortOf(text, colon + 1)
        );
    }

    private static int PortOf(string text, int start) =>
        KernelText.TryParse(text.AsSpan(start), out var port)
        && port is > 0 and <= IPEndPoint.MaxPort
            ? (int)port
            : throw new ArgumentException(
                $"'{text}' is no address of a Redis server; allowed: a host, or a host and a port from 1 to {IPEndPoint.MaxPort}, such as 127.0.0.1:{UsualPort}.",
                nameof(text)
            );
}
