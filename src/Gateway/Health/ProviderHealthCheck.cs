using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Asks the provider for its models: the cheapest call that needs the network and a key. It is healthy
/// if any key is answered; the first one is asked alone, the others only where that won't do. Reachable
/// but limited or without that route is degraded; the reason never quotes an answer or a key.
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
        var keys = provider.Value.Keys;
        var first = await ProbeAsync(0);
        if (first.Status is HealthStatus.Healthy || keys.Count < 2)
        {
            return first;
        }
        var others = await Task.WhenAll(Enumerable.Range(1, keys.Count - 1).Select(ProbeAsync));
        // Of equals, the one that is used first.
        return others.Prepend(first).MaxBy(result => result.Status);

        async Task<HealthCheckResult> ProbeAsync(int key)
        {
            var (status, reason) = await AskAsync(keys.ElementAtOrDefault(key), cancellationToken);
            return new(
                status,
                keys.Count < 2 ? reason : $"key {key + 1} of {keys.Count}: {reason}"
            );
        }
    }

    private async Task<(HealthStatus Status, string Reason)> AskAsync(
        string? key,
        CancellationToken cancellationToken
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
            return Judge(await SendAsync(key, either.Token));
        }
        catch (HttpRequestException e)
        {
            return (HealthStatus.Unhealthy, $"no answer: {e.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (HealthStatus.Unhealthy, $"no answer within {limit.TotalSeconds} s");
        }
    }

    private async Task<HttpStatusCode> SendAsync(string? key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(provider.Value.BaseAddress, "models")
        );
        if (key is not null)
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

    private static (HealthStatus Status, string Reason) Judge(HttpStatusCode status)
    {
        var reason = $"answered {(int)status}";
        return (int)status switch
        {
            >= 200 and < 300 => (HealthStatus.Healthy, reason),
            401 or 403 => (HealthStatus.Unhealthy, $"{reason}: credentials rejected"),
            >= 400 and < 500 => (HealthStatus.Degraded, reason),
            _ => (HealthStatus.Unhealthy, reason),
        };
    }
}
