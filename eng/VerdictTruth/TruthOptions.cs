using System.CommandLine;

namespace GatewayBench.VerdictTruth;

/// <summary>The command line, with errors that name an argument, its value and what is allowed.</summary>
internal sealed class TruthOptions
{
    private readonly Argument<TruthPart[]> _parts = new("parts")
    {
        Description = "What to measure more of; none to report what is kept.",
        Arity = ArgumentArity.ZeroOrMore,
        CustomParser = parsed =>
            Allowed.OneOf(TruthPart.All, part => part.Name).ReadAll(parsed, "part"),
    };

    private readonly Option<int> _pairs = Allowed
        .Number(8, 1_000)
        .Option("--pairs", 20, "Pairs of one build against itself, in each batch");

    private readonly Option<int> _runs = Allowed
        .Number(1, 100)
        .Option("--runs", 1, "Comparisons of each size, or searches");

    private readonly Option<string> _keep = new("--keep")
    {
        Description = "The folder that keeps what was measured.",
        DefaultValueFactory = _ => "eng/VerdictTruth/runs",
    };

    private readonly Option<string?> _write = Page.Option();

    public RootCommand Command(Func<TruthPlan, string?, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("Shows what verdicts are worth, by real runs of the tool.")
        {
            _parts,
            _pairs,
            _runs,
            _keep,
            _write,
        };
        command.SetAction(
            (parsed, stop) =>
                run(
                    new TruthPlan(
                        parsed.GetValue(_parts) ?? [],
                        parsed.GetValue(_pairs),
                        parsed.GetValue(_runs),
                        new KeptRuns(parsed.GetValue(_keep)!)
                    ),
                    parsed.GetValue(_write),
                    stop
                )
        );
        return command;
    }
}
