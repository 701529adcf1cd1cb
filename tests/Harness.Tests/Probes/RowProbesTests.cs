using GatewayBench.Support;

namespace GatewayBench.Tests.Probes;

public sealed class RowProbesTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(14, 15)]
    [InlineData(15, 25)]
    [InlineData(16, 25)]
    [InlineData(37, 45)]
    public void A_reading_that_was_missed_is_not_made_up_for(long now, long next) =>
        Assert.Equal(next, ProbeThread.DueAfter(now, started: 5, length: 10));

    [Fact]
    public async Task Seconds_of_the_measured_time_make_slices_and_missed_ones_a_longer_slice()
    {
        await using var provider = await FakeProvider.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var probes = new RowProbes(_clock, () => 5, provider);
        probes.Begin(_clock.GetTimestamp() + Seconds(0.5).Ticks);
        // The thread that reads begins whenever it likes, and has to see each of these.
        await AdvanceAsync(1.5, slices: 1);
        await AdvanceAsync(2.2, slices: 2);
        await AdvanceAsync(0.8, slices: 3);
        _clock.Advance(Seconds(0.6));
        probes.End();
        _clock.Advance(Seconds(10));

        Assert.Equal(
            [1, 3.2, 4, 4.6],
            probes.Resources.Select(slice => Math.Round(slice.Second, 6))
        );
        Assert.Equal(
            probes.Resources.Select(slice => (slice.Second, slice.Seconds)),
            probes.Provider.Select(slice => (slice.Second, slice.Seconds))
        );
        Assert.All(probes.Resources, slice => Assert.Equal(5, slice.InFlight));

        async Task AdvanceAsync(double seconds, int slices)
        {
            _clock.Advance(Seconds(seconds));
            await Eventually.TrueAsync(() => probes.Provider.Count == slices);
        }
    }

    [Fact]
    public void Without_a_provider_there_is_nothing_of_one()
    {
        using var probes = new RowProbes(_clock, () => 0, provider: null);
        probes.Begin(_clock.GetTimestamp());
        _clock.Advance(Seconds(1));
        probes.End();

        Assert.Empty(probes.Provider);
        Assert.NotEmpty(probes.Resources);
    }

    private static TimeSpan Seconds(double value) => TimeSpan.FromSeconds(value);
}
