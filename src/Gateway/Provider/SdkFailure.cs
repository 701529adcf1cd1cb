using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;

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
        var failure = e.Status switch
        {
            429 => IsQuotaExhausted(response)
                ? ProviderFailure.QuotaExhausted
                : ProviderFailure.RateLimited,
            401 or 403 => ProviderFailure.CredentialsRejected,
            _ => ProviderFailure.ErrorStatus,
        };
        return response is null
            ? new(failure, e.Status)
            : new(
                failure,
                e.Status,
                RetryAfter.Read(response.Headers, now),
                response.Headers.TryGetValue("x-should-retry", out var word) && word is "false"
            );
    }

    private static bool IsQuotaExhausted(PipelineResponse? response)
    {
        if (response is null)
        {
            return false;
        }
        try
        {
            using var body = JsonDocument.Parse(response.Content);
            var error = body.RootElement.GetProperty("error");
            return Says(error, "code") || Says(error, "type");
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static bool Says(JsonElement error, string field) =>
        error.TryGetProperty(field, out var value)
        && value.ValueKind is JsonValueKind.String
        && value.ValueEquals("insufficient_quota");

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
