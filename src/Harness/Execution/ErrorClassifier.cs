using System.Net;
using System.Net.Sockets;

namespace GatewayBench;

/// <summary>Gives every way that an exchange can fail its class.</summary>
internal static class ErrorClassifier
{
    public static Outcome OfStatus(HttpStatusCode status) =>
        (int)status switch
        {
            >= 200 and < 300 => Outcome.Success,
            429 => Outcome.RateLimited,
            >= 300 and < 400 => Outcome.Http3xx,
            >= 400 and < 500 => Outcome.Http4xx,
            _ => Outcome.Http5xx,
        };

    /// <param name="failure">What the exchange threw.</param>
    /// <param name="inBody">Whether the headers had arrived.</param>
    /// <param name="runEnded">Whether the run was being cancelled.</param>
    public static Outcome OfException(Exception failure, bool inBody, bool runEnded) =>
        failure switch
        {
            OperationCanceledException => runEnded ? Outcome.Cancelled : Outcome.Timeout,
            HttpRequestException { HttpRequestError: var error } http => OfError(
                error,
                http,
                inBody
            ),
            HttpIOException { HttpRequestError: var error } io => OfError(error, io, inBody),
            IOException or SocketException => Broken(inBody),
            _ => Outcome.BadBody,
        };

    private static Outcome OfError(HttpRequestError error, Exception failure, bool inBody) =>
        error switch
        {
            HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => Outcome.Connect,
            HttpRequestError.InvalidResponse
            or HttpRequestError.ConfigurationLimitExceeded
            or HttpRequestError.HttpProtocolError => Outcome.BadBody,
            HttpRequestError.ResponseEnded => Broken(inBody),
            _ => failure.InnerException is { } inner
                ? OfException(inner, inBody, runEnded: false)
                : Broken(inBody),
        };

    private static Outcome Broken(bool inBody) => inBody ? Outcome.TruncatedStream : Outcome.Reset;
}
