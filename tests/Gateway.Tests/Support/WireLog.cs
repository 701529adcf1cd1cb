using System.Collections.Concurrent;
using System.Net;

namespace Gateway.Tests;

/// <summary>What goes over the wire to the provider: sees when each prompt is sent, and what it gets.</summary>
internal sealed class WireLog(TimeProvider clock) : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = [];
    private int _requests;
    private int _limited;
    private int _early;

    public int Requests => _requests;

    /// <summary>How many were answered 429.</summary>
    public int Limited => _limited;

    /// <summary>How many were sent before the time that a 429 to the same prompt had named.</summary>
    public int Early => _early;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _requests);
        var prompt = await request.Content!.ReadAsStringAsync(cancellationToken);
        if (clock.GetUtcNow() < _notBefore.GetValueOrDefault(prompt))
        {
            Interlocked.Increment(ref _early);
        }
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.TooManyRequests)
        {
            Interlocked.Increment(ref _limited);
            var wait = response.Headers.GetValues("retry-after-ms").Single();
            _notBefore[prompt] =
                clock.GetUtcNow()
                + TimeSpan.FromMilliseconds(
                    double.Parse(wait, System.Globalization.CultureInfo.InvariantCulture)
                );
        }
        return response;
    }
}
