using System.Text;

namespace GatewayBench;

/// <summary>The labels of a line of Prometheus text.</summary>
internal static class PrometheusLabels
{
    /// <param name="line">Name, perhaps labels in braces, value.</param>
    /// <param name="nameEnd">Where the name ends.</param>
    /// <param name="valueStart">Behind the labels.</param>
    /// <returns>Null where the braces are not what the format says.</returns>
    public static KeyValuePair<string, object?>[]? Read(
        string line,
        out int nameEnd,
        out int valueStart
    )
    {
        nameEnd = line.AsSpan().IndexOfAny('{', ' ', '\t') is >= 0 and var end ? end : line.Length;
        valueStart = nameEnd;
        if (nameEnd == line.Length || line[nameEnd] != '{')
        {
            return [];
        }
        var labels = new List<KeyValuePair<string, object?>>();
        var at = nameEnd + 1;
        while (at < line.Length && line[at] != '}')
        {
            var equals = line.IndexOf("=\"", at, StringComparison.Ordinal);
            if (equals < 0)
            {
                return null;
            }
            var name = line[at..equals].Trim(' ', ',');
            at = equals + 2;
            if (Unquoted(line, ref at) is not { } value)
            {
                return null;
            }
            labels.Add(new(name, value));
            while (at < line.Length && line[at] is ',' or ' ')
            {
                at++;
            }
        }
        valueStart = at + 1;
        return at < line.Length ? [.. labels] : null;
    }

    /// <summary>Up to the closing quotation mark, and beyond it.</summary>
    private static string? Unquoted(string line, ref int at)
    {
        var value = new StringBuilder();
        for (; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                at++;
                return value.ToString();
            }
            if (line[at] == '\\' && at + 1 < line.Length)
            {
                at++;
                value.Append(line[at] == 'n' ? '\n' : line[at]);
            }
            else
            {
                value.Append(line[at]);
            }
        }
        return null;
    }
}
