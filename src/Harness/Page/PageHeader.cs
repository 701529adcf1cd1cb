using System.Globalization;

namespace GatewayBench;

/// <summary>The top of the page: what ran, and whether its figures may be used.</summary>
internal static class PageHeader
{
    public static Markup Of(LoadResult result, ReportPage report) =>
        Markup.Of(
            $"""
            <header>
            <p class="kind">Load report</p>
            <h1>{ForeignText.Name(report.Title)}</h1>
            <p class="when"><time datetime="{result.StartedAt.UtcDateTime.ToString(
                "s",
                CultureInfo.InvariantCulture
            )}Z">{result.StartedAt.UtcDateTime.ToString(
                "yyyy-MM-dd HH:mm:ss",
                CultureInfo.InvariantCulture
            )} UTC</time></p>
            {Verdict(result)}{Slos(result)}<ul class="facts">
            {report.Facts.Where(fact => !IsVerdict(fact)).Select(fact =>
                Markup.Of($"<li><bdi>{fact}</bdi></li>\n")
            )}</ul>
            </header>

            """
        );

    /// <summary>Said in words and by a sign, as colour alone is not seen by everybody or on paper.</summary>
    private static Markup Verdict(LoadResult result)
    {
        var invalid = result.Rows.Count(row => row.Invalid.Count > 0);
        var partial = result.Partial
            ? Markup.Of(
                $"<p class=\"verdict warn\"><strong>PARTIAL</strong> The run was ended before its time.</p>\n"
            )
            : Markup.None;
        return result.Rows.Count == 0
                ? Markup.Of(
                    $"{partial}<p class=\"verdict bad\"><strong>NOTHING MEASURED</strong></p>\n"
                )
            : invalid == 0
                ? Markup.Of(
                    $"{partial}<p class=\"verdict good\"><strong>VALID</strong> No gate failed: the figures may be used.</p>\n"
                )
            : Markup.Of(
                $"""
                {partial}<div class="verdict bad"><p><strong>INVALID</strong> {Units.Count(
                    invalid
                )} of {Units.Count(result.Rows.Count)} rows: their figures must not be used.</p>
                <ul>
                {result.Rows.Where(row => row.Invalid.Count > 0).Select(Reasons)}</ul></div>

                """
            );
    }

    private static Markup Slos(LoadResult result)
    {
        var kind =
            result.HasSlo(SloVerdict.Fail) ? "bad"
            : result.HasSlo(SloVerdict.Invalid) ? "warn"
            : "good";
        return SloLines.Summary(result.Rows) is { } summary
            ? Markup.Of($"<p class=\"verdict {kind}\"><strong>SLO</strong> {summary}</p>\n")
            : Markup.None;
    }

    private static Markup Reasons(RowResult row) =>
        Markup.Of(
            $"<li>{ForeignText.Name(row.Title())}: <bdi>{string.Join("; ", row.Invalid)}</bdi></li>\n"
        );

    /// <summary>The page says it more plainly.</summary>
    private static bool IsVerdict(string fact) =>
        fact.StartsWith("VALID", StringComparison.Ordinal)
        || fact.StartsWith("INVALID", StringComparison.Ordinal);
}
