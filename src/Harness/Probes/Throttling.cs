namespace GatewayBench;

/// <summary>How often a control group ran out of its CPU quota: its <c>cpu.stat</c>, of either version.</summary>
/// <param name="Periods">Periods of the quota in which it ran; none without a quota.</param>
/// <param name="Throttled">Those of them in which the quota ran out.</param>
internal readonly record struct Throttling(long Periods, long Throttled)
{
    /// <returns>Null where the group has no such figures, as the topmost.</returns>
    public static Throttling? Parse(string? text) =>
        KernelText.NumberAfter("nr_periods ", text, '\n') is { } periods
        && KernelText.NumberAfter("nr_throttled ", text, '\n') is { } throttled
            ? new Throttling(periods, throttled)
            : null;

    public static Throttling operator -(Throttling later, Throttling earlier) =>
        new(later.Periods - earlier.Periods, later.Throttled - earlier.Throttled);

    /// <summary>
    /// The path of this process's group below <c>/sys/fs/cgroup</c>, from <c>/proc/self/cgroup</c>:
    /// of version 2 (<c>0::/path</c>), or of version 1's <c>cpu</c> controller.
    /// </summary>
    /// <returns>The places to look at, the likeliest first.</returns>
    public static IEnumerable<string> Files(string? groups)
    {
        const string Root = "/sys/fs/cgroup";
        foreach (var line in (groups ?? "").Split('\n'))
        {
            if (line.Split(':', 3) is not [_, var controllers, var path])
            {
                continue;
            }
            var parts = controllers.Split(',');
            if (controllers.Length == 0 || parts.Contains("cpu"))
            {
                var root = controllers.Length == 0 ? Root : $"{Root}/cpu";
                yield return $"{root}{path.TrimEnd('/')}/cpu.stat";
                // Within a container the path is often that of the host, while only the group's own
                // files are mounted.
                yield return $"{root}/cpu.stat";
            }
        }
    }
}
