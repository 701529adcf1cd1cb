namespace GatewayBench;

/// <summary>The keys of a bench file's target.</summary>
internal static class TargetKeys
{
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
        "The assembly of a gateway that is hosted in this process: the .dll of its optimised build."
    );

    public static readonly BenchKey<string> Project = new(
        "project",
        BenchKinds.Text,
        "The project file of such a gateway, which is built first, in Release."
    );

    public static readonly BenchKey<string> Transport = new(
        "transport",
        BenchKinds.Choice("loopback", "inmemory", "testserver"),
        "With gateway and project: how bytes reach it. Default: loopback."
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
        Settings,
        Meters,
        Scrape,
        ProviderKey,
        ProviderPath,
        Http2,
        Fresh
    );
}
