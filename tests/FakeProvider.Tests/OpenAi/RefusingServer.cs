using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.FakeProviderTests;

/// <summary>
/// Refuses every request with 429 and given headers, in the fake provider's words, and remembers when
/// they came: shows what a client makes of it.
/// </summary>
internal sealed class RefusingServer : IAsyncDisposable
{
    private static readonly ApiError _refusal = new(
        StatusCodes.Status429TooManyRequests,
        "Rate limit reached.",
        Code: "rate_limit_exceeded",
        Type: "requests"
    );

    private readonly Lock _gate = new();
    private readonly List<long> _arrivals = [];
    private readonly WebApplication _app;

    private RefusingServer((string Name, string Value)[] headers) =>
        _app = ProviderServer.Build(
            new ProviderEndpoints(new FakeProviderOptions()),
            context => AnswerAsync(context, headers)
        );

    public Uri BaseAddress => new(_app.Urls.First());

    /// <summary>How long after the one before each request came, from the second on.</summary>
    public TimeSpan[] Gaps
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    .. _arrivals.Zip(_arrivals.Skip(1), (a, b) => Stopwatch.GetElapsedTime(a, b)),
                ];
            }
        }
    }

    public static async Task<RefusingServer> StartAsync(
        params (string Name, string Value)[] headers
    )
    {
        var server = new RefusingServer(headers);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, (string Name, string Value)[] headers)
    {
        lock (_gate)
        {
            _arrivals.Add(Stopwatch.GetTimestamp());
        }
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }
        JsonResponse.Write(context.Response, _refusal);
    }
}
