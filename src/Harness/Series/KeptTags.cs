namespace GatewayBench;

/// <summary>
/// Which tags split the series of an instrument. Of the frameworks' own instruments only those that
/// say where it went wrong: a series for each method, status and protocol of each route would be
/// read by nobody. All others are split by all of their tags.
/// </summary>
internal static class KeptTags
{
    /// <summary>The most that are named for one instrument.</summary>
    public const int Most = 2;

    /// <summary>By how names begin; the first that fits counts.</summary>
    private static readonly (string Prefix, string[] Tags)[] Rules =
    [
        ("http.server.request.", ["http.route"]),
        ("http.client.open_connections", ["http.connection.state", "server.address"]),
        ("http.client.", ["server.address"]),
        ("kestrel.", []),
        (
            "aspnetcore.rate_limiting.",
            ["aspnetcore.rate_limiting.policy", "aspnetcore.rate_limiting.result"]
        ),
        // Not the pool: it is called by its connection string.
        ("db.client.", ["db.client.connection.state", "state"]),
    ];

    /// <param name="instrument">Its name, or what Prometheus makes of that.</param>
    /// <returns>Null for all.</returns>
    public static string[]? Of(string instrument) =>
        Find(instrument, text => text) ?? Find(instrument, text => text.Replace('.', '_'));

    private static string[]? Find(string instrument, Func<string, string> written) =>
        Array
            .Find(
                Rules,
                rule => instrument.StartsWith(written(rule.Prefix), StringComparison.Ordinal)
            )
            .Tags?.Select(written)
            .ToArray();
}
