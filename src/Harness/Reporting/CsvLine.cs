using System.Globalization;

namespace GatewayBench;

/// <summary>A line of comma-separated values (RFC 4180).</summary>
internal static class CsvLine
{
    public static string Of(params object?[] cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (value is string)
        {
            text = WithoutFormula(text);
        }
        return text.AsSpan().IndexOfAny("\",\r\n") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Names come from anywhere, and spreadsheets run a text that begins like a formula.</summary>
    private static string WithoutFormula(string text) =>
        text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)
            ? $"'{text}"
            : text;
}
