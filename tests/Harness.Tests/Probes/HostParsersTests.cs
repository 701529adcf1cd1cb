namespace GatewayBench.Tests.Probes;

public sealed class HostParsersTests
{
    private const string Stat = """
        cpu  875124 30 168803 1256552 4086 11 49652 7672 500 20
        cpu0 437000 15 84400 628000 2043 5 24826 3836 250 10
        intr 151034402 0 9
        ctxt 322417219

        """;

    [Fact]
    public void The_processors_times_are_those_of_the_first_line()
    {
        var times = CpuTimes.Parse(Stat)!.Value;

        Assert.Equal(875_124 + 30 + 168_803, times.Processes);
        Assert.Equal(7_672, times.Stolen);
        // Guests run on user time: counted once.
        Assert.Equal(875_124 + 30 + 168_803 + 1_256_552 + 4_086 + 11 + 49_652 + 7_672, times.Total);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cpu 1 2 3 4 5 6 7")]
    [InlineData("cpu 1 2 3 4 5 6 7 x")]
    [InlineData("cpu 1 2 3 4 5 6 7 -8")]
    [InlineData("cpu0 1 2 3 4 5 6 7 8")]
    [InlineData("cpu 1 2 3 4 5 6 7 99999999999999999999")]
    public void What_the_kernel_does_not_write_is_not_read_as_times(string? text) =>
        Assert.Null(CpuTimes.Parse(text));

    [Fact]
    public void Pressure_is_the_total_of_the_full_line() =>
        Assert.Equal(
            TimeSpan.FromMicroseconds(34_421_879),
            Pressure.ParseFull(
                """
                some avg10=0.53 avg60=0.39 avg300=0.10 total=40654049
                full avg10=0.39 avg60=0.29 avg300=0.07 total=34421879

                """
            )
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("some avg10=0.53 avg60=0.39 avg300=0.10 total=40654049\n")]
    [InlineData("full avg10=0.39 avg60=0.29 avg300=0.07\n")]
    [InlineData("full avg10=0.39 avg60=0.29 avg300=0.07 total=\n")]
    [InlineData("full avg10=0.39 avg60=0.29 avg300=0.07 total=-1\n")]
    public void What_the_kernel_does_not_write_is_no_pressure(string? text) =>
        Assert.Null(Pressure.ParseFull(text));

    [Theory]
    [InlineData(
        "usage_usec 12\nuser_usec 8\nsystem_usec 4\nnr_periods 120\nnr_throttled 7\nthrottled_usec 345\nnr_bursts 0\n"
    )]
    [InlineData("nr_periods 120\nnr_throttled 7\nthrottled_time 345000\n")]
    public void Both_versions_of_control_groups_tell_their_throttled_periods(string text) =>
        Assert.Equal(new Throttling(120, 7), Throttling.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("usage_usec 12\nuser_usec 8\nsystem_usec 4\n")]
    [InlineData("nr_periods\nnr_throttled 7\n")]
    [InlineData("nr_periods many\nnr_throttled 7\n")]
    public void A_group_without_a_quota_controller_tells_nothing(string? text) =>
        Assert.Null(Throttling.Parse(text));

    [Theory]
    [InlineData(
        "0::/system.slice/run.service\n",
        "/sys/fs/cgroup/system.slice/run.service/cpu.stat"
    )]
    [InlineData("0::/\n", "/sys/fs/cgroup/cpu.stat")]
    [InlineData("4:memory:/m\n3:cpu,cpuacct:/docker/a1\n", "/sys/fs/cgroup/cpu/docker/a1/cpu.stat")]
    public void The_group_is_looked_up_where_it_is_mounted(string groups, string first)
    {
        var files = Throttling.Files(groups).ToList();

        Assert.Equal(first, files[0]);
        Assert.Equal(2, files.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("5:memory:/x\n6:cpuset:/y\n")]
    public void Without_a_cpu_group_there_is_nowhere_to_look(string? groups) =>
        Assert.Empty(Throttling.Files(groups));
}
