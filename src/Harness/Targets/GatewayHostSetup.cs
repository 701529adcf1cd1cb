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

    public Hosting Hosting { get; set; }

    /// <summary>In bytes; null for none.</summary>
    public long? HeapLimit { get; set; }

    /// <summary>Told of the first call that is not allowed, before it is refused.</summary>
    public Action<string>? WhenFaulted { get; set; }

    public Transport Transport { get; set; }

    public ITransport NewTransport() =>
        Transport == Transport.InMemory ? new InMemoryTransport() : new LoopbackTransport(Port);
}
