namespace GatewayBench;

/// <summary>The keys of a bench file's target.</summary>
internal static class TargetKeys
{
    public const string Loopback = "loopback";

    public static readonly BenchKey<string> Url = new(
        "url",
        BenchKinds.Text,
        "A gateway that runs already."
    );

    public static readonly BenchKey<IReadOnlyList<string>> Allow = new(
        "allow",
        BenchKinds.List("a list of host names or addresses", BenchKinds.Text),
        "With url: hosts beyond this machine that are yours to load. With gateway and project: hosts that it may call."
    );

    public static readonly BenchKey<string> Gateway = new(
        "gateway",
        BenchKinds.Text,
        "The assembly of a gateway that is hosted by the tool: the .dll of its optimised build."
    );

    public static readonly BenchKey<string> Project = new(
        "project",
        BenchKinds.Text,
        "The project file of such a gateway, which is built first, in Release."
    );

    public static readonly BenchKey<string> Transport = new(
        "transport",
        BenchKinds.Choice(TransportNames.All),
        "With gateway and project: how bytes reach it. Default: loopback."
    );

    public static readonly BenchKey<string> Hosting = new(
        "hosting",
        BenchHosting.Kind,
        "With gateway and project: where it runs, in the tool's process or as one of its own. Default: inprocess."
    );

    public static readonly BenchKey<long> HeapLimit = new(
        "heapLimit",
        BenchKinds.Parsed(GatewayBench.HeapLimit.Allowed, GatewayBench.HeapLimit.Parse),
        "With hosting child: the most that the gateway's garbage-collected heap may take, such as 200MB. Default: no limit."
    );

    public static readonly BenchKey<BenchNode> Settings = new(
        "settings",
        BenchKinds.Raw(BenchKinds.Typed("object")),
        "With gateway and project: configuration values, nested or with colons in their keys."
    );

    public static readonly BenchKey<IReadOnlyList<string>> Meters = new(
        "meters",
        BenchKinds.List("a list of names of meters", BenchKinds.Text),
        "With gateway and project: meters of its own that are watched; a name that ends in * stands for all that begin so."
    );

    public static readonly BenchKey<string> Scrape = new(
        "scrape",
        BenchKinds.Text,
        "With url: where it shows its metrics as Prometheus text, as a path such as /metrics, or a URL."
    );

    public static readonly BenchKey<BenchNode> Postgres = new(
        "postgres",
        BenchKinds.Raw(BenchKinds.Typed("string")),
        "A PostgreSQL server behind the gateway that is watched beside the load: a connection string."
    );

    public static readonly BenchKey<BenchNode> Redis = new(
        "redis",
        BenchKinds.Raw(BenchKinds.Typed("string")),
        "A Redis server that is watched likewise: a host, or a host and a port."
    );

    public static readonly BenchKey<BenchNode> RedisPassword = new(
        "redisPassword",
        BenchKinds.Raw(BenchKinds.Typed("string")),
        "With redis: the password of its default user."
    );

    public static readonly BenchKey<string> ProviderKey = new(
        "providerKey",
        BenchKinds.Text,
        "With gateway and project: the configuration key of its provider's address."
    );

    public static readonly BenchKey<string> ProviderPath = new(
        "providerPath",
        BenchKinds.UrlPath,
        "What the gateway expects behind the provider's host. Default: /v1."
    );

    public static readonly BenchKey<bool> Http2 = new(
        "http2",
        BenchKinds.Switch,
        "Exactly HTTP/2, and not HTTP/1.1."
    );

    public static readonly BenchKey<bool> Fresh = new(
        "fresh",
        BenchKinds.Switch,
        "A new connection for each request."
    );

    public static readonly BenchShape Shape = new(
        Url,
        Allow,
        Gateway,
        Project,
        Transport,
        Hosting,
        HeapLimit,
        Settings,
        Meters,
        Scrape,
        Postgres,
        Redis,
        RedisPassword,
        ProviderKey,
        ProviderPath,
        Http2,
        Fresh
    );
}
