using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GatewayBench;

/// <summary>Everything the fluent methods of <see cref="GatewayHost{TEntryPoint}"/> collect.</summary>
internal sealed class GatewayHostSetup
{
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<string> AllowedHosts { get; } = [];

    public List<Action<IServiceCollection>> Services { get; } = [];

    public Action<ILoggingBuilder>? Logging { get; set; }

    public string? ContentRoot { get; set; }

    public int Port { get; set; }

    public FakeProvider? Provider { get; set; }

    public Transport Transport { get; set; }

    public ITransport NewTransport() =>
        Transport == Transport.InMemory ? new InMemoryTransport() : new LoopbackTransport(Port);
}
