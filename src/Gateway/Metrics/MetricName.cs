using System.Text;

namespace Gateway;

/// <summary>
/// Prometheus names by OpenTelemetry's compatibility rules: characters outside the alphabet become
/// one underscore, the unit's name follows, and counters end in <c>_total</c>.
/// </summary>
internal static class MetricName
{
    private const string Total = "_total";

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["d"] = "days",
        ["h"] = "hours",
        ["min"] = "minutes",
        ["s"] = "seconds",
        ["ms"] = "milliseconds",
        ["us"] = "microseconds",
        ["ns"] = "nanoseconds",
        ["By"] = "bytes",
        ["KiBy"] = "kibibytes",
        ["MiBy"] = "mebibytes",
        ["GiBy"] = "gibibytes",
        ["KBy"] = "kilobytes",
        ["MBy"] = "megabytes",
        ["GBy"] = "gigabytes",
        ["m"] = "meters",
        ["V"] = "volts",
        ["A"] = "amperes",
        ["J"] = "joules",
        ["W"] = "watts",
        ["g"] = "grams",
        ["Cel"] = "celsius",
        ["Hz"] = "hertz",
        ["%"] = "percent",
    };

    private static readonly Dictionary<string, string> PerUnits = new(StringComparer.Ordinal)
    {
        ["s"] = "second",
        ["min"] = "minute",
        ["h"] = "hour",
        ["d"] = "day",
    };

    public static string Of(string instrument, string? unit, MetricKind kind)
    {
        var type = kind.PrometheusType();
        var name = Mangle(instrument);
        if (type == "counter" && name.EndsWith(Total, StringComparison.Ordinal))
        {
            name = name[..^Total.Length];
        }
        var suffix = unit == "1" && type == "gauge" ? "ratio" : UnitName(unit ?? "");
        if (suffix.Length > 0 && !name.EndsWith(suffix, StringComparison.Ordinal))
        {
            name = $"{name}_{suffix}";
        }
        return type == "counter" ? name + Total : name;
    }

    /// <summary>A label's name: the same alphabet, which allows no colon here.</summary>
    public static string Mangle(string name)
    {
        var mangled = new StringBuilder(name.Length + 1);
        if (name.Length > 0 && char.IsAsciiDigit(name[0]))
        {
            mangled.Append('_');
        }
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                mangled.Append(c);
            }
            else if (mangled.Length == 0 || mangled[^1] != '_')
            {
                mangled.Append('_');
            }
        }
        return mangled.ToString();
    }

    private static string UnitName(string unit)
    {
        var open = unit.IndexOf('{', StringComparison.Ordinal);
        // What stands in braces is a remark, as in {request}, and no unit.
        var plain = open < 0 ? unit : unit[..open] + unit[(unit.IndexOf('}', open) + 1)..];
        var parts = plain.Split('/', 2);
        var counted = Mangle(Units.GetValueOrDefault(parts[0], parts[0])).Trim('_');
        if (parts.Length == 1)
        {
            return counted == "1" ? "" : counted;
        }
        var per = $"per_{Mangle(PerUnits.GetValueOrDefault(parts[1], parts[1])).Trim('_')}";
        return counted.Length == 0 ? per : $"{counted}_{per}";
    }
}
