using System.ClientModel;

namespace Gateway;

/// <summary>Says in our words what an exception of OpenAI's SDK means.</summary>
internal static class SdkFailure
{
    public static ProviderException Translate(Exception e, DateTimeOffset now) =>
        e switch
        {
            ClientResultException { Status: > 0 } answered => FromStatus(answered, now),
            ClientResultException or HttpRequestException or IOException => FromConnection(e),
            // The SDK has no exception of its own for an answer that it cannot read: what comes out
            // is whatever its parser happened to trip over.
            _ => new ProviderException(ProviderFailure.InvalidAnswer),
        };

    private static ProviderException FromStatus(ClientResultException e, DateTimeOffset now) =>
        e.Status switch
        {
            429 => new(
                ProviderFailure.RateLimited,
                e.Status,
                e.GetRawResponse() is { } response ? RetryAfter.Read(response.Headers, now) : null
            ),
            401 or 403 => new(ProviderFailure.CredentialsRejected, e.Status),
            _ => new(ProviderFailure.ErrorStatus, e.Status),
        };

    private static ProviderException FromConnection(Exception e) =>
        new(
            (
                e as HttpRequestException ?? e.InnerException as HttpRequestException
            )?.HttpRequestError
                is HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
                ? ProviderFailure.Unreachable
                : ProviderFailure.ConnectionCut
        );
}
