namespace GatewayBench;

/// <summary>What one line of a histogram log says.</summary>
/// <param name="Start">When the interval began; logs keep it to the millisecond.</param>
/// <param name="Length">How long it took; logs keep it to the millisecond.</param>
/// <param name="Histogram">The values recorded in it.</param>
/// <param name="Tag">
/// What the interval is of, where a log holds several series; without commas, spaces and line breaks.
/// </param>
public sealed record HistogramLogInterval(
    DateTimeOffset Start,
    TimeSpan Length,
    LongHistogram Histogram,
    string? Tag = null
);
