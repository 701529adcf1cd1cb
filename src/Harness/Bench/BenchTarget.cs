namespace GatewayBench;

/// <summary>What a bench file loads.</summary>
/// <param name="Url">A gateway that runs already; null for one that is hosted.</param>
/// <param name="Assembly">The full path of a hosted gateway's assembly; null for the others.</param>
/// <param name="Project">The full path of a hosted gateway's project; null for the others.</param>
/// <param name="Allow">Hosts: to load, or to be called.</param>
/// <param name="Settings">Configuration of a hosted gateway.</param>
/// <param name="Meters">Of a hosted gateway's own.</param>
/// <param name="Scrape">Where a gateway that runs already shows its metrics; null for nowhere.</param>
/// <param name="Transport">How bytes reach a hosted gateway.</param>
/// <param name="Hosting">Where a hosted gateway runs.</param>
/// <param name="HeapLimit">In bytes, of a gateway that is a process of its own; null for none.</param>
/// <param name="ProviderKey">Where a hosted gateway reads its provider's address; null for nowhere.</param>
/// <param name="ProviderPath">What it expects behind the host.</param>
/// <param name="Connections">What connections are like.</param>
internal sealed record BenchTarget(
    string? Url,
    string? Assembly,
    string? Project,
    IReadOnlyList<string> Allow,
    IReadOnlyList<BenchSetting> Settings,
    IReadOnlyList<string> Meters,
    string? Scrape,
    Transport Transport,
    Hosting Hosting,
    long? HeapLimit,
    string? ProviderKey,
    string ProviderPath,
    ConnectionOptions Connections
)
{
    private const string UsualPath = "/v1";

    /// <summary>What is watched beside the gateway.</summary>
    public BenchServers Servers { get; init; } = BenchServers.None;

    /// <summary>What the file says of how a gateway is hosted, by the names of the run's settings.</summary>
    public IReadOnlyList<string> Decides { get; init; } = [];

    /// <summary>A hosted gateway with everything as usual.</summary>
    /// <param name="path">The full path of its project file or assembly.</param>
    /// <param name="isProject">Which of the two it is.</param>
    public static BenchTarget Hosted(string path, bool isProject) =>
        new(
            Url: null,
            isProject ? null : path,
            isProject ? path : null,
            Allow: [],
            Settings: [],
            Meters: [],
            Scrape: null,
            Transport.Loopback,
            Hosting.InProcess,
            HeapLimit: null,
            ProviderKey: null,
            UsualPath,
            new ConnectionOptions()
        );

    /// <exception cref="BenchException">Its keys contradict each other, or it is no URL, or one that is not allowed.</exception>
    public static BenchTarget Read(BenchMap map)
    {
        map.RequireOne(TargetKeys.Url, TargetKeys.Gateway, TargetKeys.Project);
        map.Refuse(
            TargetKeys.Url,
            TargetKeys.Transport,
            TargetKeys.Hosting,
            TargetKeys.HeapLimit,
            TargetKeys.Settings,
            TargetKeys.Meters,
            TargetKeys.ProviderKey,
            TargetKeys.ProviderPath
        );
        if (map.Has(TargetKeys.ProviderPath) && !map.Has(TargetKeys.ProviderKey))
        {
            throw map.At(TargetKeys.ProviderPath)
                .Failed(
                    "target.providerPath is given without providerKey; allowed: both or neither."
                );
        }
        var hosting = BenchHosting.Read(map);
        map.Refuse(TargetKeys.Gateway, TargetKeys.Scrape);
        map.Refuse(TargetKeys.Project, TargetKeys.Scrape);
        var allow = map.Get(TargetKeys.Allow, []);
        foreach (var host in allow)
        {
            map.At(TargetKeys.Allow).Guard(() => HostName.Require(host));
        }
        return new BenchTarget(
            map.Get(TargetKeys.Url) is { } url
                ? map.At(TargetKeys.Url).Guard(() => RequireUrl(url, allow))
                : null,
            PathOf(map, TargetKeys.Gateway),
            PathOf(map, TargetKeys.Project),
            allow,
            BenchSetting.Read(map.Get(TargetKeys.Settings)),
            map.Get(TargetKeys.Meters, []),
            map.Get(TargetKeys.Url) is { } of && map.Get(TargetKeys.Scrape) is { } metrics
                ? map.At(TargetKeys.Scrape).Guard(() => RequireMetrics(of, metrics, allow))
                : null,
            TransportNames.Parse(map.Get(TargetKeys.Transport, "")) ?? Transport.Loopback,
            hosting,
            map.GetValue(TargetKeys.HeapLimit),
            map.Get(TargetKeys.ProviderKey),
            map.Get(TargetKeys.ProviderPath, UsualPath),
            new ConnectionOptions
            {
                Http2 = map.Get(TargetKeys.Http2, false),
                Fresh = map.Get(TargetKeys.Fresh, false),
            }
        )
        {
            Servers = BenchServers.Read(map, allow),
            Decides = [.. DecidedBy(map)],
        };
    }

    private static IEnumerable<string> DecidedBy(BenchMap map)
    {
        (string Setting, bool IsSaid)[] all =
        [
            (Variables.Transport, map.Has(TargetKeys.Transport)),
            (SettingsInForce.Hosting, map.Has(TargetKeys.Hosting)),
            (SettingsInForce.HeapLimit, map.Has(TargetKeys.HeapLimit)),
        ];
        return all.Where(one => one.IsSaid).Select(one => one.Setting);
    }

    private static string RequireUrl(string url, IReadOnlyList<string> allow)
    {
        var address = RemoteAddress.Parse(url);
        return
            address.IsLoopback || allow.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase)
            ? url
            : throw new ArgumentException(
                $"'{address}' is not on this machine; allowed: loopback. If it is yours to load, add allow: [{address.IdnHost}]"
            );
    }

    private static string RequireMetrics(string url, string metrics, IReadOnlyList<string> allow)
    {
        // What it refuses, it refuses now.
        _ = new RemoteTarget(url).Scrape(metrics);
        return metrics.StartsWith('/') ? metrics : RequireUrl(metrics, allow);
    }

    private static string? PathOf(BenchMap map, BenchKey<string> key)
    {
        if (map.Get(key) is not { } text)
        {
            return null;
        }
        var at = map.At(key);
        var path = at.Guard(() => at.Source.PathOf(text));
        return File.Exists(path)
            ? path
            : throw at.Invalid("a file that is there, counted from the bench file's folder");
    }
}
