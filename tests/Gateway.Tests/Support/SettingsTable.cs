using System.Text.RegularExpressions;

namespace Gateway.Tests;

/// <summary>The table of settings in docs/gateway.md: a key, its meaning, its default, what is allowed.</summary>
internal static partial class SettingsTable
{
    /// <summary>The text of a default by its key, without the marks of code.</summary>
    public static readonly IReadOnlyDictionary<string, string> Defaults = Row()
        .Matches(GatewayPage.Section("Settings"))
        .ToDictionary(row => row.Groups["key"].Value, row => row.Groups["default"].Value);

    /// <summary>How the table writes a value.</summary>
    public static string Written(string? value) => string.IsNullOrEmpty(value) ? "none" : value;

    [GeneratedRegex(
        @"^\| `(?<key>[A-Z][\w:.]*)` \| [^|]+ \| `?(?<default>[^|`]+)`? \| [^|]+ \|$",
        RegexOptions.Multiline
    )]
    private static partial Regex Row();
}
