namespace GatewayBench;

/// <summary>
/// An arrival rate over time, made of linear segments. Its integral is the number of hits offered so
/// far; schedules come from the integral's inverse.
/// </summary>
internal sealed class RateProfile
{
    private readonly RateSegment[] _segments;

    private RateProfile(IEnumerable<RateSegment> segments) => _segments = [.. segments];

    /// <summary>In ticks; infinite for <see cref="Endless"/>.</summary>
    public double End => _segments[^1].End;

    /// <summary>Expected number of hits from start to end.</summary>
    public double Offered => _segments.Sum(s => s.AreaFrom(0)) / TimeSpan.TicksPerSecond;

    public double InitialRate => _segments[0].FromRate;

    public double PeakRate => _segments.Max(s => Math.Max(s.FromRate, s.ToRate));

    public bool IsFlat => _segments.All(s => s.FromRate == InitialRate && s.ToRate == InitialRate);

    /// <summary>One rate, for ever.</summary>
    public static RateProfile Endless(double perSecond) =>
        new([new RateSegment(0, double.PositiveInfinity, perSecond, perSecond)]);

    /// <summary>From a rate through others, each reached linearly. A stage without length is a jump.</summary>
    public static RateProfile Through(double startPerSecond, IEnumerable<Stage> stages)
    {
        var segments = new List<RateSegment>();
        var (rate, start) = (startPerSecond, 0.0);
        foreach (var stage in stages)
        {
            if (stage.Over > TimeSpan.Zero)
            {
                segments.Add(new RateSegment(start, stage.Over.Ticks, rate, stage.PerSecond));
            }
            start += stage.Over.Ticks;
            rate = stage.PerSecond;
        }
        return new RateProfile(segments);
    }

    /// <summary>
    /// The instant by which a number of hits has been offered since another instant, in ticks with
    /// a fraction; infinite when no such instant comes before the end. While the rate is zero
    /// nothing is due: what falls on such a stretch falls on its end.
    /// </summary>
    public double After(double ticks, double hits)
    {
        var area = hits * TimeSpan.TicksPerSecond;
        foreach (ref readonly var segment in _segments.AsSpan())
        {
            if (ticks >= segment.End)
            {
                continue;
            }
            var offset = ticks > segment.Start ? ticks - segment.Start : 0;
            var left = segment.AreaFrom(offset);
            if (area < left)
            {
                return segment.Start + segment.OffsetAfter(offset, area);
            }
            area -= left;
        }
        return double.PositiveInfinity;
    }
}
