namespace GatewayBench.EngineCost;

/// <summary>A group of figures that are measured together.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="MeasureAsync">Measures it.</param>
internal sealed record Part(
    string Name,
    Func<CostPlan, CancellationToken, IAsyncEnumerable<CostFigure>> MeasureAsync
)
{
    /// <summary>In the order in which they are measured: what leaves most memory behind comes last.</summary>
    public static readonly IReadOnlyList<Part> All =
    [
        new("pacing", Pacing.MeasureAsync),
        new("heap", HeapGrowth.MeasureAsync),
        new("users", IdleUsers.MeasureAsync),
    ];
}
