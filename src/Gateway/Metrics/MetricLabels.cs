using System.Globalization;

namespace Gateway;

/// <summary>
/// Writes tags as Prometheus labels, sorted, so that the same set in another order is the same
/// series. Tags whose names become the same share one label, as OpenTelemetry has it.
/// </summary>
internal static class MetricLabels
{
    /// <summary>What OpenTelemetry calls the series of those that came after the limit.</summary>
    public const string Overflow = "otel_metric_overflow=\"true\"";

    public static string Format(ReadOnlySpan<KeyValuePair<string, object?>> tags, MetricKind kind)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            var name = MetricName.Mangle(key);
            if (name == "le" && kind is MetricKind.Histogram)
            {
                name = "exported_le";
            }
            var text = TextOf(value);
            values[name] = values.TryGetValue(name, out var other) ? $"{other};{text}" : text;
        }
        return string.Join(
            ',',
            values.Where(v => v.Value.Length > 0).Select(v => $"{v.Key}=\"{Escape(v.Value)}\"")
        );
    }

    public static string EscapeHelp(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Escape(string text) =>
        EscapeHelp(text).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string TextOf(object? value) =>
        value is bool flag
            ? (flag ? "true" : "false")
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
