namespace GatewayBench.Tests.Series;

/// <summary>Slices of a timeline, of which only the time matters.</summary>
internal static class Slices
{
    public static TimelineSlice Second(int from) => Of(from, 1);

    public static TimelineSlice Of(double from, double seconds) =>
        new(from, seconds, 0, new Dictionary<Outcome, long>(), 0, null, null, null);
}
