using System.CommandLine;

namespace GatewayBench.ProfileTruth;

/// <summary>The command line, with errors that name an argument, its value and what is allowed.</summary>
internal sealed class TruthOptions
{
    private readonly Argument<Part<TruthPlan>[]> _parts = Part.Argument(TruthPlan.AllParts);

    private readonly Option<int> _runs = Allowed
        .Number(1, 100)
        .Option("--runs", 3, "How often each part is run");

    private readonly Option<int> _seconds = Allowed
        .Number(1, 3600)
        .Option("--seconds", 5, "Seconds that each step of a search is measured for");

    private readonly Option<string?> _write = Page.Option();

    public RootCommand Command(Func<TruthPlan, string?, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("Compares what profiles find with what is known.")
        {
            _parts,
            _runs,
            _seconds,
            _write,
        };
        command.SetAction(
            (parsed, stop) =>
                run(
                    new TruthPlan(
                        parsed.GetValue(_parts)!,
                        parsed.GetValue(_runs),
                        parsed.GetValue(_seconds)
                    ),
                    parsed.GetValue(_write),
                    stop
                )
        );
        return command;
    }
}
