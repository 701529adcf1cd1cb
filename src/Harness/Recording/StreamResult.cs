using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>What the streams of a row came to. Histograms hold nanoseconds.</summary>
/// <param name="TimeToFirstToken">
/// From the intended start to the first text that a user sees, of streams that ended well and had
/// any; a role and empty content are not seen.
/// </param>
/// <param name="TokenGaps">
/// From each such text to the next of its stream, of all streams of the measured time, also of those
/// that failed later. Texts that arrive together have a gap of zero.
/// </param>
/// <param name="Turns">Streams that ended well.</param>
/// <param name="TurnsWithUsage">Those of them that told their tokens themselves.</param>
/// <param name="Tokens">
/// Of the streams that ended well: as they told it, else their texts and fragments of tools'
/// arguments, counted.
/// </param>
/// <param name="TokensInTime">The same of those that ended within the measured time, whenever they began.</param>
/// <param name="Pieces">Texts that a user sees of the streams that ended well, counted.</param>
public sealed record StreamResult(
    LongHistogram TimeToFirstToken,
    LongHistogram TokenGaps,
    long Turns,
    long TurnsWithUsage,
    long Tokens,
    long TokensInTime,
    long Pieces
)
{
    /// <summary>Null without a stream that ended well.</summary>
    [JsonIgnore]
    public double? TokensPerTurn => Turns > 0 ? (double)Tokens / Turns : null;
}
