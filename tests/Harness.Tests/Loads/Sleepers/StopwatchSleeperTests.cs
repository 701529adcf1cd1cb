using System.Diagnostics;

namespace GatewayBench.Tests.Loads.Sleepers;

public sealed class StopwatchSleeperTests
{
    public static TheoryData<string> Sleepers =>
        OperatingSystem.IsWindows() ? ["best", "thread"]
        : OperatingSystem.IsLinux() ? ["best", "thread", "linux", "unix"]
        : ["best", "thread", "unix"];

    [Theory]
    [MemberData(nameof(Sleepers))]
    public void It_never_returns_before_its_time(string name)
    {
        using var sleeper = New(name);
        foreach (var microseconds in new[] { 1, 30, 100, 999, 1_000, 2_500, 20_000 })
        {
            var until = Stopwatch.GetTimestamp() + microseconds * Stopwatch.Frequency / 1_000_000;

            sleeper.SleepUntil(until);

            Assert.True(Stopwatch.GetTimestamp() >= until);
        }
    }

    [Theory]
    [MemberData(nameof(Sleepers))]
    public void One_sleep_of_the_platform_lasts_about_as_long_as_it_should(string name)
    {
        using var sleeper = New(name);
        var until = Stopwatch.GetTimestamp() + Stopwatch.Frequency / 10;

        var slept = sleeper.TrySleep(until, Stopwatch.Frequency / 10);

        // Above half of it shows that units and clock are right, whatever the machine does.
        Assert.Equal(name != "thread", slept);
        Assert.Equal(slept, Stopwatch.GetTimestamp() > until - Stopwatch.Frequency / 20);
    }

    [Theory]
    [MemberData(nameof(Sleepers))]
    public void The_past_returns_at_once(string name)
    {
        using var sleeper = New(name);

        // Any sleep for these would last for ever, or fail.
        sleeper.SleepUntil(Stopwatch.GetTimestamp());
        sleeper.SleepUntil(0);
        sleeper.SleepUntil(long.MinValue);
    }

    [Fact]
    public void A_platform_gets_the_most_precise_that_it_has()
    {
        using var best = Sleeper.Best();

        var expected =
            OperatingSystem.IsWindows() ? typeof(WindowsSleeper)
            : OperatingSystem.IsLinux() ? typeof(LinuxSleeper)
            : typeof(UnixSleeper);
        Assert.IsType(expected, best);
        Assert.True(best.Works());
        Assert.False(new ThreadSleeper().Works());
    }

    [Fact]
    public void Stopwatch_and_the_kernel_count_in_nanoseconds() =>
        Assert.True(OperatingSystem.IsWindows() || Stopwatch.Frequency == 1_000_000_000);

    private static StopwatchSleeper New(string name) =>
        name switch
        {
            "best" => Sleeper.Best(),
            "linux" => new LinuxSleeper(),
            "unix" => new UnixSleeper(),
            _ => new ThreadSleeper(),
        };
}
