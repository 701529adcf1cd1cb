using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Asks the provider for its models: the cheapest call that needs the network and the key.
/// Reachable but limited or without that route is degraded; the reason never quotes an answer.
/// </summary>
internal sealed class ProviderHealthCheck(
    IHttpClientFactory clients,
    IOptions<ProviderOptions> provider,
    IOptions<HealthOptions> health,
    TimeProvider clock
) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var limit = TimeSpan.FromSeconds(health.Value.TimeoutSeconds);
        using var timeout = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timeout.Token,
            cancellationToken
        );
        try
        {
            return Judge(await AskAsync(either.Token));
        }
        catch (HttpRequestException e)
        {
            return HealthCheckResult.Unhealthy($"no answer: {e.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"no answer within {limit.TotalSeconds} s");
        }
    }

    private async Task<HttpStatusCode> AskAsync(CancellationToken cancellationToken)
    {
        var options = provider.Value;
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(options.BaseAddress, "models")
        );
        if (options.Keys is [var key, ..])
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
        using var client = clients.CreateClient(ProviderSetup.HttpClientName);
        using var response = await client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        return response.StatusCode;
    }

    private static HealthCheckResult Judge(HttpStatusCode status)
    {
        var reason = $"answered {(int)status}";
        return (int)status switch
        {
            >= 200 and < 300 => HealthCheckResult.Healthy(reason),
            401 or 403 => HealthCheckResult.Unhealthy($"{reason}: credentials rejected"),
            >= 400 and < 500 => HealthCheckResult.Degraded(reason),
            _ => HealthCheckResult.Unhealthy(reason),
        };
    }
}
