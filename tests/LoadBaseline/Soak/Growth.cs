namespace GatewayBench.LoadBaseline;

/// <summary>
/// Whether what a process holds grows while a load goes on: the median of the slopes between all
/// pairs of samples (Theil and Sen) against a limit per hour. A few samples that are off don't move
/// it. The first fifth of the time is left out: code is compiled, and pools and caches fill.
/// </summary>
internal static class Growth
{
    /// <summary>
    /// Live objects in MB an hour. A hundred turns a second are 360,000 an hour: less than what 50
    /// bytes a turn come to.
    /// </summary>
    public const double MostHeap = 16;

    /// <summary>In MB an hour. Looser, because the collector gives memory back when it sees fit.</summary>
    public const double MostResident = 128;

    /// <summary>One in two minutes: connections come and go, a leak of one in a thousand turns is 360.</summary>
    public const double MostDescriptors = 30;

    private const double Megabyte = 1e6;
    private const int LeastSamples = 20;

    /// <summary>Of samples that count: in less, what comes and goes outweighs what an hour may add.</summary>
    private static readonly TimeSpan LeastTime = TimeSpan.FromMinutes(5);

    /// <param name="samples">At least one, at even intervals.</param>
    public static IReadOnlyList<GrowthFigure> Of(IReadOnlyList<GrowthSample> samples)
    {
        var from = samples[^1].At / 5;
        GrowthSample[] settled = [.. samples.Where(sample => sample.At >= from)];
        var figures = new List<GrowthFigure>
        {
            Figure("live heap, MB", sample => sample.HeapBytes / Megabyte, MostHeap),
            Figure("resident, MB", sample => sample.ResidentBytes / Megabyte, MostResident),
        };
        if (samples.All(sample => sample.Descriptors is not null))
        {
            figures.Add(
                Figure("descriptors", sample => sample.Descriptors!.Value, MostDescriptors)
            );
        }
        return figures;

        GrowthFigure Figure(string name, Func<GrowthSample, double> read, double limit)
        {
            double[] series = [.. settled.Select(read)];
            var time = settled[^1].At - settled[0].At;
            double? perHour =
                series.Length >= LeastSamples && time >= LeastTime
                    ? Trend.Of(series).Slope * (series.Length - 1) / time.TotalHours
                    : null;
            return new GrowthFigure(name, series[0], series[^1], perHour, limit);
        }
    }
}
