using System.CommandLine;

namespace GatewayBench.ProviderCost;

/// <summary>The command line, with errors that name an argument, its value and what is allowed.</summary>
internal sealed class ProviderCostOptions
{
    private readonly Argument<Part<ProviderCostPlan>[]> _parts = Part.Argument(
        ProviderCostPlan.AllParts
    );

    private readonly Option<int> _rounds = Allowed
        .Number(1, 1000)
        .Option("--rounds", 5, "Rounds that count");

    private readonly Option<int> _seconds = Allowed
        .Number(1, 3600)
        .Option("--seconds", 5, "Seconds that each server is loaded for by each client in a round");

    private readonly Option<int> _streams = Allowed
        .Number(10, 100_000)
        .Option("--streams", 10_000, "Streams at once");

    private readonly Option<int> _streamSeconds = Allowed
        .Number(1, 3600)
        .Option("--stream-seconds", 20, "Seconds that the streams are measured for");

    private readonly Option<string?> _write = Page.Option();

    public RootCommand Command(Func<ProviderCostPlan, string?, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("Measures what the fake provider itself costs.")
        {
            _parts,
            _rounds,
            _seconds,
            _streams,
            _streamSeconds,
            _write,
        };
        command.SetAction(
            (parsed, stop) =>
                run(
                    new ProviderCostPlan(
                        parsed.GetValue(_parts)!,
                        parsed.GetValue(_rounds),
                        parsed.GetValue(_seconds),
                        parsed.GetValue(_streams),
                        parsed.GetValue(_streamSeconds)
                    ),
                    parsed.GetValue(_write),
                    stop
                )
        );
        return command;
    }
}
