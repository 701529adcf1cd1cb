namespace GatewayBench;

/// <summary>The worst that the rows' figures of trust came to, of those that are known.</summary>
internal static class TrustLines
{
    private static readonly string[] Nothing = [];

    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows)
    {
        RowResult[] loaded = [.. rows.Where(row => row.MeasuredSeconds > 0)];
        string[] parts =
        [
            .. Worst(loaded, "client at most", t => t.GeneratorShare, Units.Percent, " of the CPU"),
            .. Worst(loaded, "provider good for", t => -t.ProviderCeiling, Multiple, " its calls"),
            .. Worst(
                loaded,
                "provider's delays off by",
                t => t.ProviderTimerErrorP99Microseconds,
                Lateness.Text,
                " (p99)"
            ),
            .. Worst(loaded, "slowest user at", t => -t.Fairness, Share, " of the median"),
            .. Worst(
                loaded,
                "drift",
                t => t.Drift is { } drift ? Math.Abs(drift - 1) : null,
                Units.Percent,
                ""
            ),
            .. Worst(loaded, "other processes", t => t.OtherProcessesShare, Units.Percent, ""),
            .. Worst(loaded, "steal", t => t.StealShare, Units.Percent, ""),
        ];
        return
        [
            .. parts.Length > 0 ? [string.Join(", ", parts)] : Nothing,
            .. WithoutShare(loaded),
        ];
    }

    /// <summary>Names the rows whose share of the client's is not known, and so fails no gate.</summary>
    private static IEnumerable<string> WithoutShare(RowResult[] rows)
    {
        string[] names =
        [
            .. rows.Where(row => row.Trust.GeneratorShare is null).Select(row => row.Title()),
        ];
        return names.Length > 0 ? [$"client's share not known: {string.Join("; ", names)}"] : [];
    }

    private static IEnumerable<string> Worst(
        RowResult[] rows,
        string name,
        Func<Trust, double?> figure,
        Func<double, string> text,
        string of
    ) => rows.Max(row => figure(row.Trust)) is { } worst ? [$"{name} {text(worst)}{of}"] : [];

    private static string Multiple(double negative) => Units.Count(Math.Round(-negative, 1)) + "x";

    private static string Share(double negative) => Units.Percent(-negative);
}
