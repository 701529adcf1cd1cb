using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>How something moved while the load stood still.</summary>
/// <param name="Name">What: such as <c>heap</c>, or a gauge of the gateway's own by its series.</param>
/// <param name="Title">The same in words.</param>
/// <param name="Series">Where its values are from.</param>
/// <param name="Unit">Of the values: <c>By</c>, <c>us</c>, or empty.</param>
/// <param name="Verdict">
/// <c>rises</c> or <c>falls</c>: beyond chance and by enough to matter; <c>steady</c>: if at all, by
/// less than that; <c>unclear</c>: it can't be told.
/// </param>
/// <param name="PerMinute">The slope.</param>
/// <param name="Low">The lower end of its 95 % interval; null where neighbours depend on each other too much for one.</param>
/// <param name="High">The upper end; null likewise.</param>
/// <param name="Start">Where the fitted line begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Matters">The least change over these seconds that is called one.</param>
/// <param name="Seconds">What was judged; the first fifth of the steady load is not.</param>
/// <param name="Blocks">How many values the slope is of.</param>
/// <param name="BlockSeconds">Of how many seconds each of them is; of the heap, seconds with a collection.</param>
/// <param name="Limit">What it can't pass; null where that is not known.</param>
/// <param name="MinutesToLimit">From the end, at this pace; null where it doesn't rise to one.</param>
public sealed record DriftResult(
    string Name,
    string Title,
    string Series,
    string Unit,
    string Verdict,
    double PerMinute,
    double? Low,
    double? High,
    double Start,
    double End,
    double Matters,
    double Seconds,
    int Blocks,
    double BlockSeconds,
    double? Limit,
    double? MinutesToLimit
)
{
    internal const string Rises = "rises";
    internal const string Falls = "falls";
    internal const string Steady = "steady";
    internal const string Unclear = "unclear";

    /// <summary>Whether it moved.</summary>
    [JsonIgnore]
    public bool Moves => Verdict is Rises or Falls;

    /// <summary>Whether reports tell of it when it stands still.</summary>
    [JsonIgnore]
    internal bool IsAlwaysTold => Name != Series;
}
