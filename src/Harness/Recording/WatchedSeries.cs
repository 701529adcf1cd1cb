namespace GatewayBench;

/// <summary>One thing that was watched beside the load, slice by slice.</summary>
/// <param name="Name">
/// The instrument's own name, then in braces and ordinal order the tags that split it, then what of
/// it this is: <c>.rate</c> (per second) of counters and histograms, <c>.p50</c> and <c>.p99</c> of
/// what a histogram got in the slice, nothing for what stands at a value. So
/// <c>http.server.request.duration{http.route=/api/chat}.p99</c>. Tag sets beyond a fixed number are
/// one, <c>{other}</c>.
/// </param>
/// <param name="Unit">Of the values: as the instrument says it, per second (<c>/s</c>) where this is a rate; may be empty.</param>
/// <param name="Source">
/// Who told: <c>gateway</c> (a meter of the hosted gateway alone), <c>process</c> (the
/// process that the gateway is hosted in: the harness's whole one, or its own), <c>provider</c>, <c>postgres</c>,
/// <c>redis</c>, or <c>remote</c> (scraped).
/// </param>
/// <param name="Values">Value i is of slice i of <see cref="RowResult.Timeline"/>; null where it isn't known.</param>
public sealed record WatchedSeries(
    string Name,
    string Unit,
    string Source,
    IReadOnlyList<double?> Values
);
