extern alias gateway;
using GatewayProgram = gateway::Program;

namespace GatewayBench.Peers;

/// <summary>Something to load: as a process of its own for the peers, in this process for ours.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Title">What it is called in a table.</param>
/// <param name="Dll">Its assembly.</param>
/// <param name="Arguments">What its own process is started with.</param>
/// <param name="Body">What it must answer.</param>
/// <param name="Host">Hosts it in this process, behind a transport.</param>
internal sealed record App(
    string Name,
    string Title,
    string Dll,
    IReadOnlyList<string> Arguments,
    byte[] Body,
    Func<Transport, ITarget> Host
)
{
    /// <summary>As the help shows defaults.</summary>
    public override string ToString() => Name;

    /// <summary>The one route that is loaded.</summary>
    public const string Route = "/health/live";

    /// <summary>Nothing listens there, and the loaded route never calls it.</summary>
    private const string Provider = "http://127.0.0.1:9/v1";

    /// <summary>The stated ratios are those of this one.</summary>
    public static readonly App Bare = new(
        "bare",
        "bare one-route app",
        typeof(Program).Assembly.Location,
        [],
        "ok"u8.ToArray(),
        transport => new GatewayHost<Program>().UseTransport(transport)
    );

    public static readonly App Gateway = new(
        "gateway",
        "sample gateway",
        typeof(GatewayProgram).Assembly.Location,
        [
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--OpenAI:Endpoint={Provider}",
            "--Auth:Enabled=false",
            "--RateLimit:Enabled=false",
            // Hosted in this process its logs are off, too.
            "--Logging:LogLevel:Default=None",
            "--Logging:LogLevel:Microsoft.AspNetCore=None",
        ],
        """{"status":"healthy"}"""u8.ToArray(),
        transport =>
            new GatewayHost<GatewayProgram>()
                .UseTransport(transport)
                .UseSetting("OpenAI:Endpoint", Provider)
                .UseSetting("Auth:Enabled", "false")
                .UseSetting("RateLimit:Enabled", "false")
    );

    /// <summary>A request for the route; the whole body is compared.</summary>
    public Scenario Scenario { get; } =
        Scenario
            .Http($"GET {Route}", user => user.Get(Route))
            .Check("is whole", reply => reply.Body.SequenceEqual(Body));

    public static readonly IReadOnlyList<App> All = [Bare, Gateway];
}
