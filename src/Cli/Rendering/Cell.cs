using Spectre.Console;

namespace GatewayBench.Cli;

/// <summary>What stands in a table. The words say all; colour only repeats them.</summary>
internal static class Cell
{
    public static Text Of(string text) => new(text);

    public static Text Good(string text) => new(text, new Style(Color.Green));

    public static Text Doubtful(string text) => new(text, new Style(Color.Yellow));

    public static Text Bad(string text) =>
        new(text, new Style(Color.Red, decoration: Decoration.Bold));
}
