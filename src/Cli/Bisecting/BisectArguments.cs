using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>What both verbs of a bisection take.</summary>
internal sealed class BisectArguments
{
    public Option<string> Good { get; } =
        Required("--good", "The commit that was well: each candidate is measured beside it.");

    public Argument<string> Bench { get; } =
        new("bench")
        {
            HelpName = "bench file",
            Description =
                "What users do, and what stands behind the gateway. Its load is not used.",
        };

    public PairOptions Pairs { get; } = new(Path.Combine("artifacts", "bisect"));

    public static Option<string> Required(string name, string description)
    {
        var option = OptionOf.Text(name, "revision", description);
        option.Required = true;
        return option;
    }
}
