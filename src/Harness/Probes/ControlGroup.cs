namespace GatewayBench;

/// <summary>Where the files of this process's control group are, of either version.</summary>
internal static class ControlGroup
{
    private const string Root = "/sys/fs/cgroup";

    /// <summary>
    /// The paths that a file of the group may have, by <c>/proc/self/cgroup</c>: of version 2
    /// (<c>0::/path</c>), or of the <c>cpu</c> controller of version 1.
    /// </summary>
    /// <returns>The places to look at, the likeliest first.</returns>
    public static IEnumerable<string> Files(string? groups, string file)
    {
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
                yield return $"{root}{path.TrimEnd('/')}/{file}";
                // Within a container the path is often that of the host, while only the group's own
                // files are mounted.
                yield return $"{root}/{file}";
            }
        }
    }

    /// <summary>The processors' worth of time that the group may use, of a line as of <c>cpu.max</c>.</summary>
    /// <param name="text">Quota and period in microseconds; the quota of version 2 may be <c>max</c>, of version 1 <c>-1</c>.</param>
    /// <returns>Null without a limit, or where this is not what the kernel writes.</returns>
    public static double? Quota(string? text)
    {
        var fields = text?.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return
            fields is [var quota, var period]
            && KernelText.TryParse(quota, out var most)
            && KernelText.TryParse(period, out var of)
            && of > 0
            ? (double)most / of
            : null;
    }
}
