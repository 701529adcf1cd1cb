using GatewayBench.Support;

namespace Gateway.Tests;

/// <summary>docs/gateway.md, by its sections.</summary>
internal static class GatewayPage
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("docs", "gateway.md"));

    /// <summary>What stands between this heading and the next.</summary>
    public static string Section(string heading) =>
        Text.Split($"\n## {heading}\n")[1].Split("\n## ")[0];

    /// <summary>The cells of a section's first table, without its head.</summary>
    public static IEnumerable<string[]> Table(string heading) =>
        Section(heading)
            .Split('\n')
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|', ' ').Split(" | "));

    /// <summary>The texts in a cell that are marked as code.</summary>
    public static IEnumerable<string> Codes(string cell) =>
        cell.Split('`').Where((_, index) => index % 2 == 1);
}
