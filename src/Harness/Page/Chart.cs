namespace GatewayBench;

/// <summary>What a figure of the page shows, before it is drawn.</summary>
/// <param name="Title">What it is of; the heading of the figure.</param>
/// <param name="Note">What a reader has to know to read it; empty for nothing.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Lines">The lines, with at least one point each.</param>
/// <param name="Table">The same in figures.</param>
internal sealed record Chart(
    string Title,
    string Note,
    ChartAxis X,
    ChartAxis Y,
    IReadOnlyList<ChartLine> Lines,
    DataTable Table
)
{
    /// <summary>How high it is drawn.</summary>
    public ChartHeight Height { get; init; } = ChartHeight.Low;

    /// <summary>Moments that are marked across the chart.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];
}
