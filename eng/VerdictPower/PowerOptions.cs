using System.CommandLine;

namespace GatewayBench.VerdictPower;

/// <summary>The command line, with errors that name an argument, its value and what is allowed.</summary>
internal sealed class PowerOptions
{
    private readonly Option<int> _comparisons = Allowed
        .Number(100, 1_000_000)
        .Option("--comparisons", 10_000, "Simulated comparisons of each kind");

    private readonly Option<int> _seed = Allowed
        .Number(0, int.MaxValue)
        .Option("--seed", 42, "The seed of all draws");

    private readonly Option<string?> _write = Page.Option();

    public RootCommand Command(Func<PowerPlan, string?, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("Simulates comparisons and counts their verdicts.")
        {
            _comparisons,
            _seed,
            _write,
        };
        command.SetAction(
            (parsed, stop) =>
                run(
                    new PowerPlan(parsed.GetValue(_comparisons), parsed.GetValue(_seed)),
                    parsed.GetValue(_write),
                    stop
                )
        );
        return command;
    }
}
