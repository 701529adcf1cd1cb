namespace GatewayBench;

/// <summary>
/// What all processors have done since the start, in ticks of a hundredth of a second: the first
/// line of <c>/proc/stat</c> (proc_stat(5)).
/// </summary>
/// <param name="Processes">
/// Of all processes: user, nice and system. Without interrupts: some kernels also charge those to
/// the process that they interrupt, and over loopback they are mostly our own packets.
/// </param>
/// <param name="Stolen">Given to other machines by the hypervisor.</param>
/// <param name="Total">With idle time, waits and interrupts.</param>
internal readonly record struct CpuTimes(long Processes, long Stolen, long Total)
{
    /// <summary>The kernel's USER_HZ: a constant of its interface on all that .NET runs on.</summary>
    public const double TicksPerSecond = 100;

    private const int User = 0;
    private const int Nice = 1;
    private const int System = 2;
    private const int Steal = 7;

    /// <returns>Null if this is not what the kernel writes.</returns>
    public static CpuTimes? Parse(string? text)
    {
        var fields = text?.Split('\n', 2)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields is not ["cpu", .. var texts] || texts.Length <= Steal)
        {
            return null;
        }
        // What follows, guest and guest_nice, is in user and nice already.
        var ticks = new long[Steal + 1];
        for (var i = 0; i <= Steal; i++)
        {
            if (!KernelText.TryParse(texts[i], out ticks[i]))
            {
                return null;
            }
        }
        return new CpuTimes(ticks[User] + ticks[Nice] + ticks[System], ticks[Steal], ticks.Sum());
    }

    public static CpuTimes operator -(CpuTimes later, CpuTimes earlier) =>
        new(
            later.Processes - earlier.Processes,
            later.Stolen - earlier.Stolen,
            later.Total - earlier.Total
        );
}
