using System.Diagnostics.Metrics;

namespace GatewayBench;

/// <summary>Which meters are watched of a gateway that is hosted in this process.</summary>
/// <param name="scope">The host's, by which its meters are told from those of others.</param>
/// <param name="chosen">The gateway's own, by name; a name that ends in <c>*</c> stands for all that begin so.</param>
internal sealed class WatchedMeters(IMeterFactory scope, IReadOnlyCollection<string> chosen)
{
    /// <summary>Those that each host has for itself; the others of ASP.NET Core tell of each request what these tell already.</summary>
    public static readonly string[] OfHost =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Http.Connections",
        "System.Net.Http",
    ];

    /// <summary>
    /// Those that there is one of in a process. Not the unscoped one of System.Net.Http: it would be
    /// that of the load client.
    /// </summary>
    public static readonly string[] OfProcess =
    [
        "System.Runtime",
        "Npgsql",
        "Microsoft.EntityFrameworkCore",
        "Polly",
    ];

    /// <summary>
    /// What would be counted up and down for each request, and is known already: by the load client,
    /// the provider, and the connections that are active.
    /// </summary>
    public static readonly string[] Known =
    [
        "http.server.active_requests",
        "http.client.active_requests",
    ];

    /// <returns>The source of its series; null if it is not watched.</returns>
    public string? SourceOf(Instrument instrument) =>
        Array.IndexOf(Known, instrument.Name) >= 0 ? null : SourceOf(instrument.Meter);

    private string? SourceOf(Meter meter) =>
        ReferenceEquals(meter.Scope, scope)
            ? Array.IndexOf(OfHost, meter.Name) >= 0 || IsChosen(meter.Name)
                ? SeriesSource.Gateway
                : null
            : meter.Scope is null
            && (Array.IndexOf(OfProcess, meter.Name) >= 0 || IsChosen(meter.Name))
                ? SeriesSource.Process
                : null;

    private bool IsChosen(string meter) =>
        chosen.Any(name =>
            name.EndsWith('*')
                ? meter.StartsWith(name[..^1], StringComparison.Ordinal)
                : meter == name
        );
}
