using Spectre.Console;
using Spectre.Console.Rendering;

namespace GatewayBench.Cli;

/// <summary>
/// A run's progress on a terminal, drawn over itself once a second and gone at the end. The report
/// waits until then: written meanwhile, it would be drawn over.
/// </summary>
/// <param name="console">The terminal.</param>
internal sealed class LiveTerminal(IAnsiConsole console)
{
    private const int MostBar = 40;
    private const int LeastBar = 10;

    /// <summary>Null where the writer is no terminal that can be drawn on.</summary>
    public static LiveTerminal? On(TextWriter writer)
    {
        if (!ReferenceEquals(writer, Console.Error) || Console.IsErrorRedirected)
        {
            return null;
        }
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }
        );
        return console.Profile.Capabilities.Ansi ? new LiveTerminal(console) : null;
    }

    /// <param name="options">How the run is done.</param>
    /// <param name="run">Does it.</param>
    public async Task<LoadResult> WatchAsync(
        RunOptions options,
        Func<RunOptions, Task<LoadResult>> run
    )
    {
        var report = new List<string>();
        // A process that is ended while it draws would leave the terminal without its cursor.
        EventHandler showCursor = (_, _) => console.Cursor.Show(true);
        AppDomain.CurrentDomain.ProcessExit += showCursor;
        LoadResult? result = null;
        try
        {
            await console
                .Live(new Text(""))
                .AutoClear(true)
                .Overflow(VerticalOverflow.Crop)
                .StartAsync(async view =>
                    result = await run(
                        options with
                        {
                            Progress = null,
                            Output = report.Add,
                            Live = now => Show(view, now),
                        }
                    )
                );
        }
        catch (IOException) when (result is not null)
        {
            // The terminal went first.
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= showCursor;
            report.ForEach(line => options.Output?.Invoke(line));
        }
        return result!;
    }

    /// <summary>A terminal that is gone must not end the run.</summary>
    private void Show(LiveDisplayContext view, LiveProgress now)
    {
        try
        {
            view.UpdateTarget(Draw(now, console.Profile.Width));
        }
        catch (IOException)
        {
            // Nobody watches any more.
        }
    }

    /// <param name="now">What is told.</param>
    /// <param name="width">Columns of the terminal: what is longer is cut.</param>
    internal static IRenderable Draw(LiveProgress now, int width)
    {
        (string Line, Style Style)[] lines =
        [
            (LiveText.Title(now), new Style(decoration: Decoration.Bold)),
            (Bar(now, width) + LiveText.Phase(now), Style.Plain),
            (LiveText.Figures(now), Style.Plain),
            (LiveText.Errors(now), new Style(Color.Red)),
        ];
        return new Rows(
            lines
                .Where(line => line.Line.Length > 0)
                .Select(line => new Text(Cut(line.Line, width), line.Style))
        );
    }

    /// <summary>Empty where nobody knows how long it takes, or where there is no room.</summary>
    private static string Bar(LiveProgress now, int width)
    {
        var length = Math.Min(MostBar, width / 2);
        if (now.Total is not { } total || total <= TimeSpan.Zero || length < LeastBar)
        {
            return "";
        }
        var done = (int)Math.Clamp(length * (now.Elapsed / total), 0, length);
        return $"[{new string('#', done)}{new string('-', length - done)}] ";
    }

    /// <summary>One column less than there are: some terminals begin a new line after the last.</summary>
    private static string Cut(string line, int width) =>
        line.Length < width ? line : line[..Math.Max(0, width - 1)];
}
