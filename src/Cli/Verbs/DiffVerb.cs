using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench diff</c>: two stored results side by side.</summary>
internal sealed class DiffVerb : Command
{
    private const string Markdown = "markdown";

    private readonly Argument<string> _a = new("A")
    {
        Description = "A result.json, or the folder of its run.",
    };

    private readonly Argument<string> _b = new("B") { Description = "The other one." };

    private readonly Option<string> _format = OptionOf.Choice(
        "--format",
        "How it is printed. [default: console]",
        "console",
        Markdown
    );

    public DiffVerb()
        : base(
            "diff",
            "Shows two stored results side by side: rows of the same name, transport and load. It is no "
                + "verdict on which is faster. What must not be compared, such as figures of two machines, "
                + "is refused by name. Exit codes: 0 shown, 2 wrong usage or nothing to compare."
        )
    {
        Arguments.Add(_a);
        Arguments.Add(_b);
        Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (a, b) = (parsed.GetRequiredValue(_a), parsed.GetRequiredValue(_b));
        try
        {
            var page = DiffPage.Of(ResultDiff.Of(StoredResult.Read(a), StoredResult.Read(b)));
            var lines =
                parsed.GetValue(_format) == Markdown
                    ? MarkdownReport.Lines(page)
                    : ConsoleReport.Lines(page);
            foreach (var line in lines)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line.AsMemory(), stop);
            }
            return ExitCodes.Success;
        }
        catch (ComparisonException e)
        {
            throw new UsageException($"A is '{a}', B is '{b}'. {e.Message}");
        }
    }
}
