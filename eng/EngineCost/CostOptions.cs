using System.CommandLine;

namespace GatewayBench.EngineCost;

/// <summary>The command line, with errors that name an argument, its value and what is allowed.</summary>
internal sealed class CostOptions
{
    private readonly Argument<Part<CostPlan>[]> _parts = Part.Argument(Part.All);

    private readonly Option<int> _seconds = Allowed
        .Number(1, 3600)
        .Option("--seconds", 20, "Seconds that each open load is measured for");

    private readonly Option<int> _hits = Allowed
        .Number(100, 1_000_000_000)
        .Option("--hits", 10_000_000, "Hits after which the heap is read for the last time");

    private readonly Option<int> _users = Allowed
        .Number(1, 200_000)
        .Option("--users", 20_000, "Users who sit in their pauses");

    private readonly Option<string?> _write = Page.Option();

    public RootCommand Command(Func<CostPlan, string?, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("Measures what the load engine itself costs.")
        {
            _parts,
            _seconds,
            _hits,
            _users,
            _write,
        };
        command.SetAction(
            (parsed, stop) =>
                run(
                    new CostPlan(
                        parsed.GetValue(_parts)!,
                        parsed.GetValue(_seconds),
                        parsed.GetValue(_hits),
                        parsed.GetValue(_users)
                    ),
                    parsed.GetValue(_write),
                    stop
                )
        );
        return command;
    }
}
