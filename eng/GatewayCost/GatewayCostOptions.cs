using System.CommandLine;

namespace GatewayBench.GatewayCost;

/// <summary>The command line, with errors that name an argument, its value and what is allowed.</summary>
internal sealed class GatewayCostOptions
{
    private readonly Argument<Part<GatewayCostPlan>[]> _parts = Part.Argument(
        GatewayCostPlan.AllParts
    );

    private readonly Option<int> _streams = Allowed
        .Number(10, 100_000)
        .Option("--streams", 20_000, "Streams at once");

    private readonly Option<int> _gapStreams = Allowed
        .Number(10, 100_000)
        .Option("--gap-streams", 500, "Streams at once while gaps between tokens are measured");

    private readonly Option<int> _seconds = Allowed
        .Number(1, 3600)
        .Option("--seconds", 20, "Seconds that each load is measured for");

    private readonly Option<string?> _write = Page.Option();

    public RootCommand Command(Func<GatewayCostPlan, string?, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("Measures what streams through the sample gateway cost.")
        {
            _parts,
            _streams,
            _gapStreams,
            _seconds,
            _write,
        };
        command.SetAction(
            (parsed, stop) =>
                run(
                    new GatewayCostPlan(
                        parsed.GetValue(_parts)!,
                        parsed.GetValue(_streams),
                        parsed.GetValue(_gapStreams),
                        parsed.GetValue(_seconds)
                    ),
                    parsed.GetValue(_write),
                    stop
                )
        );
        return command;
    }
}
