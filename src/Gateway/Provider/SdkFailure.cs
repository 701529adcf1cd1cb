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

    private static ProviderException FromStatus(ClientResultException e, DateTimeOffset now)
    {
        var response = e.GetRawResponse();
        var body = ProviderErrorBody.Read(response);
        var failure = FailureOf(e.Status, body);
        return response is null
            ? new(failure, e.Status)
            : new(
                failure,
                e.Status,
                RetryAfter.Read(response.Headers, now),
                response.Headers.TryGetValue("x-should-retry", out var word) && word is "false",
                failure is ProviderFailure.RequestRejected ? body?.Refusal : null
            );
    }

    private static ProviderFailure FailureOf(int status, ProviderErrorBody? body) =>
        status switch
        {
            401 or 403 => ProviderFailure.CredentialsRejected,
            429 or 400 when body?.IsAboutQuota is true => ProviderFailure.QuotaExhausted,
            429 => ProviderFailure.RateLimited,
            400 when body?.IsAboutCredentials is true => ProviderFailure.CredentialsRejected,
            400 or 413 or 422 => ProviderFailure.RequestRejected,
            _ => ProviderFailure.ErrorStatus,
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
