using GatewayBench.Support;

namespace GatewayBench.Tests.Probes;

public sealed class ProviderProbeTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void A_slice_holds_what_the_provider_did_in_it_and_how_it_kept_its_delays()
    {
        var delays = new DelaySums(3, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(10));
        var counters = new ProviderCounters(10, 2, 1_000, 1, delays);
        var probe = new ProviderProbe(_clock, () => counters);
        probe.Begin(_clock.GetTimestamp());
        _clock.Advance(TimeSpan.FromSeconds(1));
        delays = new(5, TimeSpan.FromSeconds(9.4), TimeSpan.FromSeconds(10.6));
        counters = new(25, 5, 1_700, 8, delays);
        probe.Take();
        _clock.Advance(TimeSpan.FromSeconds(1));
        probe.Take();

        Assert.Equal(
            [
                new ProviderSlice(1, 1, 15, 3, 700, 8, 200_000, 300_000),
                new ProviderSlice(2, 1, 0, 0, 0, 8, null, null),
            ],
            probe.Slices
        );
    }
}
