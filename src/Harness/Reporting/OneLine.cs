using System.Globalization;

namespace GatewayBench;

/// <summary>Text of others as one line, without anything that would steer a terminal.</summary>
internal static class OneLine
{
    public static string Of(string text) =>
        string.Concat(text.Select(c => IsPrintable(c) ? c : ' ')).Trim();

    private static bool IsPrintable(char c) =>
        char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format)
        && c is not ('\u2028' or '\u2029');
}
