namespace GatewayBench.Tests.Pairs;

public sealed class PairDiscardTests
{
    private static readonly HostActivity Quiet = new(0, null, 0, 0, 0);

    private static readonly ArmFigures Sound = new(
        [new SliceFigures(100, 100, 1, 1, 100, new Dictionary<string, long>(), 0)],
        null
    );

    [Fact]
    public void A_quiet_machine_and_sound_arms_make_a_pair() =>
        Assert.Null(PairDiscard.Of(Sound, Sound, Quiet, PairedMetric.Rate));

    [Theory]
    [InlineData(0.06, 0, 0, 0, "steal")]
    [InlineData(0, 0.06, 0, 0, "memory pressure")]
    [InlineData(0, 0, 0.21, 0, "disk pressure")]
    [InlineData(0, 0, 0, 0.06, "throttled")]
    public void What_the_machine_did_discards_it(
        double steal,
        double memory,
        double io,
        double throttled,
        string reason
    ) =>
        Assert.StartsWith(
            reason,
            PairDiscard.Of(
                Sound,
                Sound,
                new HostActivity(steal, null, memory, io, throttled),
                PairedMetric.Rate
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_the_metric_that_decides_there_is_no_pair() =>
        Assert.Equal(
            "A: no p99, which decides",
            PairDiscard.Of(Sound, Sound, Quiet, PairedMetric.P99)
        );
}
