namespace GatewayBench;

/// <summary>
/// The share of requests that succeeded within a latency. Those that an open load could not even send
/// are requests too: whoever would have waited for them did not get a good one.
/// </summary>
/// <param name="Within">
/// The latency; null, as written, for the limit of the highest percentile among the SLOs that are
/// judged together.
/// </param>
internal sealed record GoodputSubject(TimeSpan? Within) : SloSubject
{
    public override SloUnit Unit => SloUnit.Share;

    public override bool IsOfTime => true;

    public override SloFigure Read(SloScope scope)
    {
        var limit = (long)Within!.Value.TotalNanoseconds;
        var counts = scope.Latency.Counts;
        var good = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            // By the same value that percentiles are: the highest that the count stands for.
            var lowest = scope.Latency.Layout.LowestValueAt(i);
            if (scope.Latency.HighestEquivalentValue(lowest) > limit)
            {
                break;
            }
            good += counts[i];
        }
        return SloFigure.Share(good, scope.Requests + scope.Unsent);
    }

    /// <summary>The latency that bare goodput means beside other SLOs; null without any to take.</summary>
    public static TimeSpan? LimitAmong(IEnumerable<Slo> slos) =>
        slos.Where(slo => slo.Limit.IsUpper)
            .Where(slo => slo.Subject is TimeSubject { Series: TimeSeries.Latency })
            .OrderBy(slo => ((TimeSubject)slo.Subject).Value.Percentile)
            .Select(slo => (TimeSpan?)TimeSpan.FromMicroseconds(slo.Limit.Value))
            .LastOrDefault();
}
