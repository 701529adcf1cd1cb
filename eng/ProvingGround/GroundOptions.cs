using System.CommandLine;

namespace GatewayBench.ProvingGround;

/// <summary>The command line, with errors that name an argument, its value and what is allowed.</summary>
internal sealed class GroundOptions
{
    private readonly Argument<Fault[]> _faults = new("faults")
    {
        Description = "What to try; all without any.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [.. Faults.All],
        CustomParser = parsed =>
            Allowed.OneOf(Faults.All, fault => fault.Name).ReadAll(parsed, "fault"),
    };

    private readonly Option<int> _seed = Allowed
        .Number(0, 1_000_000)
        .Option("--seed", 2_000, "The first trial's seed; rules are tuned with those below 2,000");

    private readonly Option<int> _trials = Allowed
        .Number(1, 1_000)
        .Option("--trials", 3, "Trials of each fault");

    private readonly Option<int> _controls = Allowed
        .Number(0, 1_000)
        .Option("--controls", 6, "Trials of each healthy gateway");

    private readonly Option<string> _keep = new("--keep")
    {
        Description = "Where trials are kept; those in it are not run again.",
        DefaultValueFactory = _ => "artifacts/proving-ground.jsonl",
    };

    private readonly Option<string?> _reports = new("--reports")
    {
        Description = "A folder for each trial's report; none without it.",
    };

    private readonly Option<string?> _judge = new("--judge")
    {
        Description =
            "A folder that --reports filled: its trials are judged again, and none is run.",
    };

    private readonly Option<string?> _write = Page.Option();

    public RootCommand Command(Func<GroundPlan, string?, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand(
            "Breaks the sample gateway in known ways, and counts how often the diagnosis names them."
        )
        {
            _faults,
            _seed,
            _trials,
            _controls,
            _keep,
            _reports,
            _judge,
            _write,
        };
        command.SetAction(
            (parsed, stop) =>
                run(
                    new GroundPlan(
                        parsed.GetValue(_faults)!,
                        parsed.GetValue(_seed),
                        parsed.GetValue(_trials),
                        parsed.GetValue(_controls),
                        parsed.GetValue(_keep)!,
                        parsed.GetValue(_reports),
                        parsed.GetValue(_judge)
                    ),
                    parsed.GetValue(_write),
                    stop
                )
        );
        return command;
    }
}
