using GatewayBench.Support;

namespace GatewayBench.Tests.Probes;

public sealed class HostActivityTests
{
    private static readonly HostSnapshot Before = new(
        At: TimeSpan.FromSeconds(100),
        OwnCpu: TimeSpan.FromSeconds(50),
        Processors: new CpuTimes(Processes: 10_000, Stolen: 100, Total: 40_000),
        MemoryStalled: TimeSpan.FromSeconds(1),
        IoStalled: TimeSpan.FromSeconds(2),
        Quota: new Throttling(Periods: 1_000, Throttled: 10)
    );

    /// <summary>Five seconds later, on two processors.</summary>
    private static readonly HostSnapshot After = new(
        At: TimeSpan.FromSeconds(105),
        OwnCpu: TimeSpan.FromSeconds(57),
        Processors: new CpuTimes(Processes: 10_800, Stolen: 150, Total: 41_000),
        MemoryStalled: TimeSpan.FromSeconds(1.5),
        IoStalled: TimeSpan.FromSeconds(2.25),
        Quota: new Throttling(Periods: 1_050, Throttled: 15)
    );

    [Fact]
    public void Each_share_is_what_was_added_over_the_time_that_passed()
    {
        var activity = HostActivity.Between(Before, After);

        Assert.Equal(0.05, activity.Steal!.Value, 1e-9);
        // 8 s of all processes, 7 s of them ours, out of 10 s.
        Assert.Equal(0.1, activity.OtherProcesses!.Value, 1e-9);
        Assert.Equal(0.1, activity.MemoryPressure!.Value, 1e-9);
        Assert.Equal(0.05, activity.IoPressure!.Value, 1e-9);
        Assert.Equal(0.1, activity.Throttled!.Value, 1e-9);
    }

    [Fact]
    public void Rounded_ticks_never_make_a_negative_share()
    {
        var busier = After with { OwnCpu = TimeSpan.FromSeconds(58.3) };

        Assert.Equal(0, HostActivity.Between(Before, busier).OtherProcesses);
    }

    [Fact]
    public void Without_a_quota_nothing_is_throttled() =>
        Assert.Equal(
            0,
            HostActivity.Between(Before, After with { Quota = Before.Quota }).Throttled
        );

    [Fact]
    public void What_a_system_does_not_have_is_unknown()
    {
        var bare = new HostSnapshot(TimeSpan.Zero, TimeSpan.Zero, null, null, null, null);

        Assert.Equal(
            new HostActivity(null, null, null, null, null),
            HostActivity.Between(bare, bare with { At = TimeSpan.FromSeconds(1) })
        );
    }

    [Fact]
    public void No_time_gives_no_share() =>
        Assert.Equal(
            new HostActivity(null, null, null, null, 0),
            HostActivity.Between(Before, Before)
        );

    [Fact]
    public void This_machine_can_be_read()
    {
        var clock = new ManualTimeProvider();
        var before = HostSnapshot.Read(clock, TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(3));
        var after = HostSnapshot.Read(clock, TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(3), after.At - before.At);
        Assert.Equal(TimeSpan.FromSeconds(1), after.OwnCpu - before.OwnCpu);
        Assert.Equal(OperatingSystem.IsLinux(), after.Processors is { Total: > 0 });
    }
}
