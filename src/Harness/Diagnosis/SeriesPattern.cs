namespace GatewayBench;

/// <summary>Which series play a role, whoever made them.</summary>
/// <param name="Name">The instrument; dots and underscores are the same, as Prometheus has only the latter.</param>
/// <param name="Kind"><c>rate</c>, <c>mean</c>, <c>p50</c> or <c>p99</c>; empty for values that stand.</param>
/// <param name="With">What its tags must hold; null for any.</param>
/// <param name="Without">What its tags must not hold; null for anything.</param>
internal sealed record SeriesPattern(
    string Name,
    string Kind = "",
    string? With = null,
    string? Without = null
)
{
    private static readonly string[] Kinds = ["rate", "mean", "p50", "p99"];

    /// <summary>What Prometheus appends to an instrument's name.</summary>
    private static readonly string[] Units =
    [
        "",
        ".seconds",
        ".bytes",
        ".ratio",
        ".total",
        ".seconds.total",
        ".bytes.total",
    ];

    public bool Matches(WatchedSeries series)
    {
        var (name, tags, kind) = Split(series.Name);
        return kind == Kind
            && Units.Any(unit => name == Plain(Name) + unit)
            && (With is null || tags.Contains(With, StringComparison.Ordinal))
            && (Without is null || !tags.Contains(Without, StringComparison.Ordinal));
    }

    /// <summary>Whether it stands at a value, and is neither a rate nor a percentile.</summary>
    public static bool IsOfValue(WatchedSeries series) => Split(series.Name).Kind.Length == 0;

    private static (string Name, string Tags, string Kind) Split(string text)
    {
        var (open, close) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (open >= 0 && close > open)
        {
            return (Plain(text[..open]), text[open..close], text[(close + 1)..].TrimStart('.'));
        }
        var kind = Kinds.FirstOrDefault(one => text.EndsWith("." + one, StringComparison.Ordinal));
        return kind is null ? (Plain(text), "", "") : (Plain(text[..^(kind.Length + 1)]), "", kind);
    }

    private static string Plain(string name) => name.Replace('_', '.');
}
