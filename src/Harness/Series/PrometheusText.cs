using System.Globalization;

namespace GatewayBench;

/// <summary>
/// Reads Prometheus text, format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).
/// Time stamps and help are passed over, and so are lines that are not what the format says.
/// </summary>
internal static class PrometheusText
{
    private static readonly string[] Suffixes = ["_bucket", "_sum", "_count"];

    public static IEnumerable<PrometheusSample> Parse(string text)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                if (
                    line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, var of, var it]
                )
                {
                    types[of] = it;
                }
            }
            else if (line.Length > 0 && line[0] != '#' && Sample(line, types) is { } sample)
            {
                yield return sample;
            }
        }
    }

    private static PrometheusSample? Sample(string line, Dictionary<string, string> types)
    {
        var labels = PrometheusLabels.Read(line, out var nameEnd, out var valueStart);
        var fields = labels is null
            ? []
            : line[valueStart..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (nameEnd == 0 || fields is not [var number, ..] || ValueOf(number) is not { } value)
        {
            return null;
        }
        var name = line[..nameEnd];
        var suffix = Array.Find(
            Suffixes,
            suffix =>
                name.EndsWith(suffix, StringComparison.Ordinal)
                && types.GetValueOrDefault(name[..^suffix.Length]) is "histogram" or "summary"
        );
        var family = suffix is null ? name : name[..^suffix.Length];
        return new PrometheusSample(
            family,
            types.GetValueOrDefault(family, ""),
            suffix ?? "",
            labels!,
            value
        );
    }

    /// <summary>As Go writes it.</summary>
    public static double? ValueOf(string text) =>
        text switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            "NaN" => double.NaN,
            _ => double.TryParse(
                text,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? value
                : null,
        };
}
