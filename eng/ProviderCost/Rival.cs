namespace GatewayBench.ProviderCost;

/// <summary>A server that is loaded: the provider, or what it is compared with.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Command">Starts it at an address; null when it is not installed.</param>
internal sealed record Rival(string Name, Func<Uri, IReadOnlyList<string>>? Command)
{
    public const string Provider = "provider";
    public const string Bare = "bare endpoint";
    public const string WireMock = "WireMock";

    public static readonly Rival TheProvider = new(
        Provider,
        address =>
            [
                "dotnet",
                Path.Combine(AppContext.BaseDirectory, "GatewayBench.Cli.dll"),
                "provider",
                "--port",
                $"{address.Port}",
                "--latency-p50",
                "0ms",
                "--latency-p99",
                "0ms",
            ]
    );

    /// <param name="answer">A file with the provider's answer.</param>
    public static Rival BareEndpoint(string answer) =>
        new(
            Bare,
            address => ["dotnet", App.Bare.Dll, "--urls", address.AbsoluteUri, "--Answer", answer]
        );

    /// <summary>
    /// WireMock as its own guide to load tests has it: without a journal, and with a thread for
    /// each connection.
    /// </summary>
    /// <param name="root">The folder that has its mappings.</param>
    /// <param name="users">How many connections there will be.</param>
    public static Rival TheWireMock(string root, int users) =>
        new(
            WireMock,
            WireMockJar.Path is not { } jar
                ? null
                : address =>
                    [
                        "java",
                        "-jar",
                        jar,
                        "--port",
                        $"{address.Port}",
                        "--bind-address",
                        "127.0.0.1",
                        "--root-dir",
                        root,
                        "--no-request-journal",
                        "--disable-banner",
                        // Besides the connections', Jetty keeps some for itself.
                        "--container-threads",
                        $"{2 * users}",
                    ]
        );
}
