namespace GatewayBench;

/// <summary>A line of a chart.</summary>
/// <param name="Label">What stands at its end: a few characters.</param>
/// <param name="Style">Picks colour and dashes.</param>
/// <param name="Points">By ascending X.</param>
/// <param name="HasMarkers">Whether each point is marked: for few points.</param>
internal sealed record ChartLine(
    string Label,
    int Style,
    IReadOnlyList<ChartPoint> Points,
    bool HasMarkers = false
)
{
    private const int Styles = 8;

    /// <summary>The CSS classes that draw it.</summary>
    public string Classes => ClassesOf(Style);

    /// <summary>Eight colours and five dashes, so that forty lines differ, and neighbours in both.</summary>
    public static string ClassesOf(int style) => $"c{style % Styles} d{style % 5}";
}
