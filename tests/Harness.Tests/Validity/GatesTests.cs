namespace GatewayBench.Tests.Validity;

public sealed class GatesTests
{
    private static readonly Trust Nothing = new();

    /// <summary>Each gate: a figure at its limit, one just beyond it, and the reason that this gives.</summary>
    public static TheoryData<Trust, Trust, string> Limits { get; } =
        new()
        {
            {
                Nothing with
                {
                    Successes = 368,
                },
                Nothing with
                {
                    Successes = 367,
                },
                "too few samples: 367 successes, p99 needs 368; measure longer"
            },
            {
                Nothing with
                {
                    Settled = true,
                },
                Nothing with
                {
                    Settled = false,
                    WarmUpSeconds = 20.04,
                },
                "never settled: service time or compiler were still moving after 20.0 s of warm-up; GATEWAYBENCH_WARMUP_SECS, or the tool's --warm-up, which beats it, sets how long it may take"
            },
            {
                Nothing with
                {
                    Drift = 1.25,
                },
                Nothing with
                {
                    Drift = 1.26,
                },
                "drift: +26.0 % from the first third to the last, at most 25.0 % either way; find what changes, or warm up longer"
            },
            {
                Nothing with
                {
                    Drift = 0.75,
                },
                Nothing with
                {
                    Drift = 0.74,
                },
                "drift: -26.0 % from the first third to the last, at most 25.0 % either way; find what changes, or warm up longer"
            },
            {
                Nothing with
                {
                    Fairness = 0.8,
                },
                Nothing with
                {
                    Fairness = 0.79,
                },
                "unfair: the slowest user did 0.79 of the median user's exchanges, at least 0.8; use fewer users"
            },
            {
                Nothing with
                {
                    ScheduleLagP99Microseconds = 1_000,
                },
                Nothing with
                {
                    ScheduleLagP99Microseconds = 1_010,
                },
                "late: hits were sent up to 1.01 ms (p99) after they were due, at most 1.00 ms; lower the rate, or give the machine less to do"
            },
            {
                Nothing with
                {
                    ScheduleLagP99Microseconds = 5_000,
                    LatencyP99Microseconds = 50_000,
                },
                Nothing with
                {
                    ScheduleLagP99Microseconds = 5_100,
                    LatencyP99Microseconds = 50_000,
                },
                "late: hits were sent up to 5.10 ms (p99) after they were due, at most 5.00 ms; lower the rate, or give the machine less to do"
            },
            {
                Nothing with
                {
                    GeneratorShare = 0.9,
                },
                Nothing with
                {
                    GeneratorShare = 0.91,
                },
                "generator: the load client used 91.0 % of the CPU, at most 90.0 %; what was measured is the client: load a dearer endpoint"
            },
            {
                Nothing with
                {
                    StealShare = 0.05,
                },
                Nothing with
                {
                    StealShare = 0.06,
                },
                "steal: the hypervisor gave 6.0 % of the processors' time to others, at most 5.0 %; measure again later, or on a machine of your own"
            },
            {
                Nothing with
                {
                    OtherProcessesShare = 0.1,
                },
                Nothing with
                {
                    OtherProcessesShare = 0.11,
                },
                "busy machine: other processes used 11.0 % of it, at most 10.0 %; stop them"
            },
            {
                Nothing with
                {
                    ThrottledShare = 0.05,
                },
                Nothing with
                {
                    ThrottledShare = 0.06,
                },
                "throttled: the container's CPU quota ran out in 6.0 % of its periods, at most 5.0 %; raise the quota, or load less"
            },
            {
                Nothing with
                {
                    MemoryPressure = 0.05,
                },
                Nothing with
                {
                    MemoryPressure = 0.06,
                },
                "memory pressure: everything waited for memory 6.0 % of the time, at most 5.0 %; free some, or use fewer users"
            },
            {
                Nothing with
                {
                    IoPressure = 0.2,
                },
                Nothing with
                {
                    IoPressure = 0.21,
                },
                "disk pressure: everything waited for a disk 21.0 % of the time, at most 20.0 %; stop what reads or writes"
            },
            {
                Nothing with
                {
                    ProviderCeiling = 2,
                },
                Nothing with
                {
                    ProviderCeiling = 1.99,
                },
                "provider: alone it answers 1.99x the calls of this row, at least 2.00x; use fewer users"
            },
            {
                Nothing with
                {
                    ProviderTimerErrorP99Microseconds = 5_000,
                },
                Nothing with
                {
                    ProviderTimerErrorP99Microseconds = 5_001,
                },
                "provider timer error: its delays missed what was drawn by 5.00 ms (p99), at most 5.00 ms; use fewer users, or give the machine less to do"
            },
            {
                Nothing with
                {
                    ProviderTimerErrorP99Microseconds = 20_000,
                    LatencyP99Microseconds = 200_000,
                },
                Nothing with
                {
                    ProviderTimerErrorP99Microseconds = 20_500,
                    LatencyP99Microseconds = 200_000,
                },
                "provider timer error: its delays missed what was drawn by 20.5 ms (p99), at most 20.0 ms; use fewer users, or give the machine less to do"
            },
        };

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public void A_figure_may_reach_its_limit_but_not_pass_it(
        Trust atLimit,
        Trust beyond,
        string reason
    )
    {
        Assert.Empty(Gates.Failed(atLimit, null));
        Assert.Equal([reason], Gates.Failed(beyond, null));
    }

    [Fact]
    public void What_is_not_known_fails_nothing() => Assert.Empty(Gates.Failed(Nothing, null));

    [Fact]
    public void Good_figures_fail_nothing() =>
        Assert.Empty(
            Gates.Failed(
                new Trust
                {
                    ScheduleLagP50Microseconds = 80,
                    ScheduleLagP99Microseconds = 180,
                    LatencyP99Microseconds = 2_000,
                    GeneratorShare = 0.4,
                    Fairness = 0.95,
                    StealShare = 0.001,
                    OtherProcessesShare = 0.02,
                    MemoryPressure = 0,
                    IoPressure = 0.003,
                    ThrottledShare = 0,
                    ProviderCeiling = 5,
                    ProviderTimerErrorP99Microseconds = 900,
                    Drift = 0.98,
                    Settled = true,
                    WarmUpSeconds = 2.5,
                    Successes = 99_000,
                },
                OpenGatesTests.Open(offered: 100_000, sent: 100_003)
            )
        );

    [Fact]
    public void Every_failed_gate_gives_its_own_reason()
    {
        var reasons = Gates
            .Failed(
                Nothing with
                {
                    Successes = 0,
                    Settled = false,
                    StealShare = 0.5,
                },
                OpenGatesTests.Open(offered: 10, sent: 10, unsent: 7)
            )
            .Select(reason => reason.Split(':')[0]);

        Assert.Equal(["too few samples", "never settled", "steal", "unsent"], reasons);
    }
}
