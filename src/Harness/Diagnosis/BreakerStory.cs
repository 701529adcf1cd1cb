using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>What a circuit breaker did in a row's measured time.</summary>
/// <param name="Name">The tags that tell it from others, such as <c>gen_ai.operation.name=chat</c>; may be empty.</param>
/// <param name="IsCounted">
/// Whether its changes were counted; else they are told by its state at the end of each slice, which
/// misses what comes and goes within one.
/// </param>
/// <param name="Changes">In their order, as far as it is known.</param>
public sealed record BreakerStory(string Name, bool IsCounted, IReadOnlyList<BreakerChange> Changes)
{
    internal const string Open = "open";
    internal const string HalfOpen = "half_open";
    internal const string Closed = "closed";

    /// <summary>How often it opened.</summary>
    [JsonIgnore]
    public int Opened => Times(Open);

    /// <summary>How often it let a call try.</summary>
    [JsonIgnore]
    public int HalfOpened => Times(HalfOpen);

    /// <summary>How often it closed.</summary>
    [JsonIgnore]
    public int ClosedAgain => Times(Closed);

    /// <summary>Whether it is open or half open at any time of a slice, as far as is known.</summary>
    internal bool IsOpenIn(TimelineSlice slice)
    {
        // Before its first change it was in another state: what doesn't open next was not closed.
        var before =
            Changes.LastOrDefault(change => change.Second < slice.From)?.To
            ?? (Changes is [{ To: not Open }, ..] ? Open : Closed);
        return before != Closed
            || Changes.Any(change => change.Second == slice.From && change.To != Closed);
    }

    private int Times(string to) =>
        Changes.Where(change => change.To == to).Sum(change => change.Times);
}
