using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GatewayBench;

/// <summary>Everything the fluent methods of <see cref="GatewayHost{TEntryPoint}"/> collect.</summary>
internal sealed class GatewayHostSetup
{
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys among <see cref="Settings"/> that hold a fake provider's address, other in each run.</summary>
    public HashSet<string> ProviderSettings { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys among <see cref="Settings"/> whose values no result may show, whatever they are called.</summary>
    public HashSet<string> SecretSettings { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a result says about the settings, <c>key=value</c> each.</summary>
    public IEnumerable<string> ShownSettings =>
        Settings
            .Where(setting => !ProviderSettings.Contains(setting.Key))
            .Select(setting => Shown(setting.Key, setting.Value))
            .Order(StringComparer.Ordinal);

    /// <summary>What a result says about the fake providers' options; null without a provider.</summary>
    public IReadOnlyList<string>? ShownProviders =>
        Providers.Distinct().ToList() switch
        {
            [] => null,
            [var only] => [.. OptionTexts.NotDefault(only.Options).Select(Redactor.Clean)],
            var several =>
            [
                .. several.SelectMany(
                    (provider, i) =>
                        OptionTexts
                            .NotDefault(provider.Options)
                            .Select(text => $"{i + 1}: {Redactor.Clean(text)}")
                ),
            ],
        };

    public List<string> AllowedHosts { get; } = [];

    /// <summary>Names of the gateway's own meters that are watched.</summary>
    public List<string> Meters { get; } = [];

    public WatchedServers Servers { get; } = new();

    public List<Action<IServiceCollection>> Services { get; } = [];

    public Action<ILoggingBuilder>? Logging { get; set; }

    public string? ContentRoot { get; set; }

    public int Port { get; set; }

    public Hosting Hosting { get; set; }

    /// <summary>Whether its libraries are those of its own folder: this program was built without it.</summary>
    public bool HasOwnLibraries { get; set; }

    /// <summary>In bytes; null for none.</summary>
    public long? HeapLimit { get; set; }

    /// <summary>Told of the first call that is not allowed, before it is refused.</summary>
    public Action<string>? WhenFaulted { get; set; }

    public Transport Transport { get; set; }

    public ConnectionOptions Connections { get; set; } = new();

    public List<FakeProvider> Providers { get; } = [];

    /// <summary>Whether trace ids are to reach a fake provider, be it in this process or in the parent's.</summary>
    public bool PassesTracesOn
    {
        get => field || Providers.Count > 0;
        set;
    }

    /// <summary>Has the gateway call a fake provider, by the key that it reads the address from.</summary>
    public void PointAt(FakeProvider provider, string configKey, string path)
    {
        Providers.Add(provider);
        ProviderSettings.Add(configKey);
        Settings[configKey] = new Uri(provider.BaseAddress, path).AbsoluteUri;
    }

    // Segment by segment: where one of them says secret, the next one would pass for it.
    private string Shown(string key, string? value) =>
        SecretKey.Is(key) || SecretSettings.Contains(key)
            ? $"{string.Join(':', key.Split(':').Select(Redactor.Clean))}=[redacted]"
            : Redactor.Clean($"{key}={value}");

    /// <exception cref="TargetStartException">The transport can't do what else was asked for.</exception>
    public ITransport NewTransport()
    {
        var impossible = Transport switch
        {
            Transport.InMemory or Transport.TestServer when Port != 0 => $"port {Port}",
            Transport.InMemory or Transport.TestServer when Connections.Https => "HTTPS",
            Transport.TestServer when Connections.Http2 => "HTTP/2",
            Transport.TestServer when Connections.Fresh => "fresh connections",
            _ => null,
        };
        if (impossible is not null)
        {
            throw new TargetStartException(
                $"Transport.{Transport} does not take {impossible}; allowed: Transport.Loopback for it,"
                    + $" or Transport.{Transport} without."
            );
        }
        return Transport switch
        {
            Transport.InMemory => new InMemoryTransport(Connections),
            Transport.TestServer => new TestServerTransport(),
            _ => new LoopbackTransport(Port, Connections),
        };
    }
}
