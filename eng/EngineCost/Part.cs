using System.CommandLine;

namespace GatewayBench.EngineCost;

/// <summary>A group of figures that are measured together.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="MeasureAsync">Measures it.</param>
internal sealed record Part<TPlan>(
    string Name,
    Func<TPlan, CancellationToken, IAsyncEnumerable<CostFigure>> MeasureAsync
)
{
    /// <summary>As the help shows defaults.</summary>
    public override string ToString() => Name;
}

internal static class Part
{
    /// <summary>In the order in which they are measured: what leaves most memory behind comes last.</summary>
    public static readonly IReadOnlyList<Part<CostPlan>> All =
    [
        new("pacing", Pacing.MeasureAsync),
        new("heap", HeapGrowth.MeasureAsync),
        new("users", IdleUsers.MeasureAsync),
    ];

    /// <summary>Names parts on the command line.</summary>
    public static Argument<Part<TPlan>[]> Argument<TPlan>(IReadOnlyList<Part<TPlan>> all) =>
        new("parts")
        {
            Description = "What to measure; all without any.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => [.. all],
            CustomParser = parsed => Allowed.OneOf(all, part => part.Name).ReadAll(parsed, "part"),
        };
}
