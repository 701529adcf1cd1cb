namespace GatewayBench;

/// <summary>How high a chart is drawn, in lines of text; the style sheet has the same numbers.</summary>
internal enum ChartHeight
{
    /// <summary>One of several below each other.</summary>
    Low = 9,

    /// <summary>A chart with several lines.</summary>
    Middle = 16,

    /// <summary>A chart with many lines.</summary>
    High = 24,

    /// <summary>A chart with so many lines that their labels need the room.</summary>
    Highest = 44,
}
