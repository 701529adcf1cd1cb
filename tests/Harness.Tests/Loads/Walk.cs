namespace GatewayBench.Tests.Loads;

/// <summary>Goes through whole schedules.</summary>
internal static class Walk
{
    public static List<TimeSpan> All(Pacer pacer, int most = 10_000_000)
    {
        var times = new List<TimeSpan>();
        var elapsed = TimeSpan.Zero;
        while (times.Count < most && pacer.Next(elapsed, times.Count) is { } next)
        {
            times.Add(next);
            elapsed = next;
        }
        return times;
    }

    public static List<TimeSpan> All(OpenLoad load, ulong seed = 42) => All(load.NewPacer(seed));

    /// <summary>In seconds; the first one from the schedule's start.</summary>
    public static double[] Gaps(IReadOnlyList<TimeSpan> times) =>
        [
            .. times.Select(
                (time, i) => (time - (i == 0 ? TimeSpan.Zero : times[i - 1])).TotalSeconds
            ),
        ];
}
