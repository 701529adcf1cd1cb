using System.CommandLine;

namespace GatewayBench.OverheadTruth;

/// <summary>The command line, with errors that name an argument, its value and what is allowed.</summary>
internal sealed class TruthOptions
{
    private readonly Argument<Part<TruthPlan>[]> _parts = Part.Argument(TruthPlan.AllParts);

    private readonly Option<int> _runs = Allowed
        .Number(1, 1_000)
        .Option("--runs", 20, "Runs of each part, with 0.5, 1, 2 and 5 ms in turn");

    private readonly Option<int> _pairs = Allowed
        .Number(20, 100_000)
        .Option("--pairs", 400, "Requests of each run");

    private readonly Option<string?> _write = Page.Option();

    public RootCommand Command(Func<TruthPlan, string?, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("Counts how often the interval of an overhead holds it.")
        {
            _parts,
            _runs,
            _pairs,
            _write,
        };
        command.SetAction(
            (parsed, stop) =>
                run(
                    new TruthPlan(
                        parsed.GetValue(_parts)!,
                        parsed.GetValue(_runs),
                        parsed.GetValue(_pairs)
                    ),
                    parsed.GetValue(_write),
                    stop
                )
        );
        return command;
    }
}
