using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace GatewayBench;

/// <summary>
/// How one gateway's calls reach its fake providers: in memory when the gateway is reached without
/// sockets too, as far as its clients can be taught, and over loopback otherwise. What is reported
/// is what the providers saw, not what was meant.
/// </summary>
internal sealed class ProviderHop
{
    private readonly IReadOnlyList<FakeProvider> _providers;
    private readonly bool _inMemory;
    private readonly long _memoryBefore;
    private readonly long _socketsBefore;

    public ProviderHop(IReadOnlyList<FakeProvider> providers, Transport transport)
    {
        _providers = [.. providers.Distinct()];
        _inMemory = transport != Transport.Loopback;
        _memoryBefore = MemoryConnections;
        _socketsBefore = SocketConnections;
    }

    private long MemoryConnections => _providers.Sum(p => p.Endpoints.Memory.Connections);

    private long SocketConnections => _providers.Sum(p => p.Endpoints.SocketConnections);

    /// <remarks>First, because the first filter has the last word about a handler.</remarks>
    public void AddServices(IServiceCollection services)
    {
        if (_inMemory && _providers.Count > 0)
        {
            services.Insert(
                0,
                ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(
                    new ProviderHopFilter(_providers)
                )
            );
        }
    }

    /// <summary>Adds to what a result says about the gateway how its calls went so far.</summary>
    public TargetInfo Complete(TargetInfo info)
    {
        var memory = MemoryConnections > _memoryBefore;
        var sockets = SocketConnections - _socketsBefore;
        string[] ways = [.. Ways(memory, sockets > 0)];
        return info with
        {
            ProviderTransport = ways.Length > 0 ? string.Join(" and ", ways) : null,
            Notes =
                _inMemory && sockets > 0
                    ?
                    [
                        .. info.Notes,
                        $"its provider calls went over loopback ({sockets} connections): by clients"
                            + " made outside IHttpClientFactory, or without a SocketsHttpHandler",
                    ]
                    : info.Notes,
        };
    }

    private static IEnumerable<string> Ways(bool memory, bool sockets)
    {
        if (memory)
        {
            yield return "inmemory";
        }
        if (sockets)
        {
            yield return "loopback";
        }
    }
}
