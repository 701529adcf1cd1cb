using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>
/// How well the schedule of an open load was kept: what is judged by gates, and reported, besides
/// <see cref="Trust"/>.
/// </summary>
/// <param name="Offered">Hits that were intended within the measured time.</param>
/// <param name="SentInTime">Those of them that were also sent within it.</param>
/// <param name="Unsent">Those that were never sent: they are in no other figure.</param>
/// <param name="ScheduleLag">From the intended start to the send, in nanoseconds.</param>
/// <param name="PeakInFlight">The most exchanges that were under way at once; of a merged result at most so many.</param>
/// <param name="PacerCpuShare">
/// CPU time of the thread that keeps the schedule, as a share of one core; null where it can't be
/// read. Not judged: what it harms shows as lag and as <see cref="Trust.GeneratorShare"/>.
/// </param>
public sealed record OpenResult(
    long Offered,
    long SentInTime,
    long Unsent,
    LongHistogram ScheduleLag,
    int PeakInFlight,
    double? PacerCpuShare
)
{
    /// <summary>The share of the offered hits that were sent in time; 1 when none was offered.</summary>
    [JsonIgnore]
    public double Achieved => Offered > 0 ? (double)SentInTime / Offered : 1;
}
