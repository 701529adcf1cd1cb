using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;

namespace GatewayBench;

/// <summary>
/// A stand-in for an LLM provider: an HTTP server that speaks OpenAI's chat completions and
/// Anthropic's messages with seeded latency and exact rate limits. Accepts any API key, or none.
/// </summary>
public sealed class FakeProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Answerer _answerer;

    private FakeProvider(
        WebApplication app,
        FakeProviderOptions options,
        ProviderEndpoints endpoints,
        Answerer answerer
    )
    {
        _app = app;
        _answerer = answerer;
        Endpoints = endpoints;
        Options = options;
        BaseAddress = ReachableAddress(options.Address, new Uri(app.Urls.First()).Port);
    }

    /// <summary>
    /// Where to reach it, such as <c>http://127.0.0.1:8090/</c>; OpenAI's SDKs want <c>v1</c>
    /// added, Anthropic's don't.
    /// </summary>
    public Uri BaseAddress { get; }

    /// <summary>What it was started with.</summary>
    public FakeProviderOptions Options { get; }

    /// <summary>Whether all its replies repeat their prompt's marker: a script, a stub or a short
    /// reply does not.</summary>
    internal bool RepeatsMarkers =>
        Options.Replies.Copy().Count == 0
        && Options.Stubs.Sources.Count == 0
        && Options.ReplyTokens >= UserMarker.Tokens;

    /// <summary>Which requests came how often.</summary>
    internal RequestArrivals Arrivals => _answerer.Arrivals;

    /// <summary>How long whose requests were here.</summary>
    internal TraceLog Traces => _answerer.Traces;

    /// <summary>What can be read every second without allocating.</summary>
    internal ProviderCounters Counters => _answerer.Counters;

    /// <inheritdoc cref="Answerer.Remaining" />
    internal RemainingLimits Remaining => _answerer.Remaining;

    /// <summary>Where it listens, and how many connections came there.</summary>
    internal ProviderEndpoints Endpoints { get; }

    /// <summary>Starts a provider; dispose it to free its port.</summary>
    /// <param name="configure">Changes the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">An option has a value that is not allowed.</exception>
    /// <exception cref="IOException">It cannot listen on the address and port, for instance because
    /// the port is in use.</exception>
    public static async Task<FakeProvider> StartAsync(
        Action<FakeProviderOptions>? configure = null,
        CancellationToken cancellationToken = default
    )
    {
        var options = new FakeProviderOptions();
        configure?.Invoke(options);
        options.Validate();

        var answerer = new Answerer(options);
        var routes = new ProviderRoutes(options, answerer);
        var stubs = new StubMappings(options);
        var endpoints = new ProviderEndpoints(options);
        var answer = stubs.Before(routes.AnswerAsync);
        var app = ProviderServer.Build(endpoints, options.Around?.Invoke(answer) ?? answer);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e)
        {
            await app.DisposeAsync();
            answerer.Dispose();
            if (e is IOException or SocketException)
            {
                throw CannotListen(options, e);
            }
            throw;
        }
        return new FakeProvider(app, options, endpoints, answerer);
    }

    /// <summary>What it has done so far. Cheap enough to call every second under load.</summary>
    public FakeProviderStatistics GetStatistics() => _answerer.Statistics;

    /// <summary>
    /// Frees the port at once: requests that are still waiting out their delay are cut off.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _answerer.Dispose();
    }

    private static Uri ReachableAddress(IPAddress address, int port)
    {
        var host =
            address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : address;
        return new UriBuilder(Uri.UriSchemeHttp, host.ToString(), port).Uri;
    }

    private static IOException CannotListen(FakeProviderOptions options, Exception cause)
    {
        var reason = cause.GetBaseException() switch
        {
            SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
                "the port is already in use. Stop what uses it, or choose another port",
            var other => $"{other.Message}. Choose another address or port",
        };
        return new IOException(
            $"The fake provider cannot listen on {new IPEndPoint(options.Address, options.Port)}: "
                + $"{reason}; 0 takes any free one.",
            cause
        );
    }
}
