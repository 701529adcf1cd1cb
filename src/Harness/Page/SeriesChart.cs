namespace GatewayBench;

/// <summary>Which series one chart shows.</summary>
/// <param name="Title">The chart.</param>
/// <param name="Meaning">What its values are.</param>
/// <param name="Prefix">How the names begin.</param>
/// <param name="Figure">How they end; empty for what stands at a value.</param>
internal sealed record SeriesChart(string Title, string Meaning, string Prefix, string Figure)
{
    public bool Shows(WatchedSeries series) =>
        series.Name.StartsWith(Prefix, StringComparison.Ordinal)
        && series.Name.EndsWith(Figure, StringComparison.Ordinal);

    /// <summary>What tells a series from the others of the chart: what they don't have in common.</summary>
    public string ShortName(WatchedSeries series)
    {
        var rest = series.Name[Prefix.Length..^Figure.Length].Trim('{', '}');
        return rest.Length > 0 ? rest : Prefix[(Prefix.LastIndexOf('.') + 1)..];
    }
}
