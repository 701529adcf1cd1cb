using System.Net;
using System.Net.Sockets;

namespace GatewayBench;

/// <summary>Gives every way that an exchange can fail its class.</summary>
internal static class ErrorClassifier
{
    private const long ProtocolError = 0x1;
    private const long FlowControlError = 0x3;
    private const long FrameSizeError = 0x6;
    private const long CompressionError = 0x9;

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
    /// <param name="cutOff">
    /// Whether we had cut the exchange off; what it then threw is only the form that this took.
    /// </param>
    /// <param name="runEnded">Whether the run was being cancelled.</param>
    public static Outcome OfException(Exception failure, bool inBody, bool cutOff, bool runEnded) =>
        cutOff && runEnded ? Outcome.Cancelled
        : failure is StreamException stream ? stream.Outcome
        : cutOff ? Outcome.Timeout
        : OfException(failure, inBody);

    private static Outcome OfException(Exception failure, bool inBody) =>
        failure switch
        {
            // Nobody on our side cancelled: so a test server says that the gateway broke off.
            OperationCanceledException => Broken(inBody),
            // The test server's way to say that it has ended.
            ObjectDisposedException => inBody ? Outcome.TruncatedStream : Outcome.Connect,
            HttpRequestException { InnerException: HttpProtocolException reset }
                when IsReset(reset) => Broken(inBody),
            HttpProtocolException reset when IsReset(reset) => Broken(inBody),
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
            or HttpRequestError.ProxyTunnelError
            or HttpRequestError.VersionNegotiationError => Outcome.Connect,
            HttpRequestError.InvalidResponse
            or HttpRequestError.ConfigurationLimitExceeded
            or HttpRequestError.HttpProtocolError => Outcome.BadBody,
            HttpRequestError.ResponseEnded => Broken(inBody),
            _ => failure.InnerException is { } inner ? OfException(inner, inBody) : Broken(inBody),
        };

    /// <summary>
    /// HTTP/2's way to break off an answer. The other codes (RFC 9113, 7) say that one end did not
    /// speak HTTP/2.
    /// </summary>
    private static bool IsReset(HttpProtocolException failure) =>
        failure.ErrorCode
            is not (ProtocolError or FlowControlError or FrameSizeError or CompressionError);

    private static Outcome Broken(bool inBody) => inBody ? Outcome.TruncatedStream : Outcome.Reset;
}
