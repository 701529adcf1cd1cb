using Spectre.Console;

namespace GatewayBench.Cli;

/// <summary>Where a verb writes to: a terminal, or plain ASCII where the output is redirected.</summary>
internal sealed class Screen
{
    private const int MostColumns = 100;
    private readonly IAnsiConsole _console;
    private readonly bool _isTerminal;

    private Screen(IAnsiConsole console, bool isTerminal) =>
        (_console, _isTerminal) = (console, isTerminal);

    /// <summary>The screen behind an output, which is a terminal only if it is the process's own.</summary>
    public static Screen Of(TextWriter output) =>
        Of(output, output == Console.Out && !Console.IsOutputRedirected);

    /// <summary>The same, told whether it is a terminal.</summary>
    public static Screen Of(TextWriter output, bool isTerminal)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(output),
            }
        );
        console.Profile.Width = isTerminal
            ? Math.Min(console.Profile.Width, MostColumns)
            : MostColumns;
        console.Profile.Capabilities.Unicode &= isTerminal;
        return new Screen(console, isTerminal);
    }

    /// <summary>A table: names to the left, figures to the right.</summary>
    /// <param name="headings">Those of figures begin with a tab.</param>
    /// <param name="rows">As many cells each.</param>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Text>> rows)
    {
        var table = new Table().Border(_isTerminal ? TableBorder.Rounded : TableBorder.Ascii);
        foreach (var heading in headings)
        {
            var column = new TableColumn(new Text(heading.TrimStart('\t')));
            table.AddColumn(heading.StartsWith('\t') ? column.RightAligned().NoWrap() : column);
        }
        foreach (var row in rows)
        {
            table.AddRow(row);
        }
        _console.Write(table);
    }

    /// <summary>Text, which may hold anything; a line too long is broken between words.</summary>
    public void Line(string text = "") => _console.Write(new Text(text + Environment.NewLine));

    /// <summary>Lines that are to be typed, and so are not broken.</summary>
    public void Verbatim(string text) => _console.Profile.Out.Writer.WriteLine(text);
}
