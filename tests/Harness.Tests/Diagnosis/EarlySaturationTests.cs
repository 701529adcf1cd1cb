namespace GatewayBench.Tests.Diagnoses;

/// <summary>What sets in while a load still grows, or beside a cache that still fills.</summary>
public sealed class EarlySaturationTests
{
    [Fact]
    public void Processors_that_a_rising_load_fills_at_once_are_named()
    {
        // The first slices alone have room; from the fourth on each user makes all the others wait.
        var row = Busy(i => i < 3 ? 1.2 + 0.8 * i : 3.95, i => 100_000 * Math.Max(1, i - 2));

        var suspect = Assert.Single(Suspects(row));

        Assert.Equal(("cpu", 3.0), (suspect.Name, suspect.Second));
    }

    [Fact]
    public void Processors_that_are_busy_from_the_first_slice_on_are_nobodys_fault()
    {
        var row = Busy(_ => 3.95, i => 100_000 * Math.Max(1, i - 2));

        Assert.Empty(Suspects(row));
    }

    [Theory]
    // Until its cache is full nearly all is asked for anew, and then hardly anything.
    [InlineData(6, true)]
    [InlineData(0, false)]
    public void A_herd_is_told_from_a_cache_that_fills(int filling, bool again)
    {
        var misses = Enumerable
            .Range(0, Rows.Slices)
            .Select(i => (double?)(i < filling || again && i >= Rows.Onset ? 90 : 5))
            .ToArray();
        var row = Rows.Healthy.Slower() with
        {
            Series =
            [
                new("gateway.cache.requests{result=miss}.rate", "1/s", "gateway", misses),
                new(
                    "gateway.cache.requests{result=hit}.rate",
                    "1/s",
                    "gateway",
                    [.. misses.Select(value => 100 - value)]
                ),
            ],
        };

        Assert.Equal(again ? ["thundering_herd"] : [], Suspects(row).Select(one => one.Name));
    }

    private static RowResult Busy(Func<int, double> cores, Func<int, double> p50) =>
        Rows.Healthy with
        {
            Timeline = [.. Rows.Healthy.Timeline.Select((slice, i) => slice with { P50 = p50(i) })],
            Resources =
            [
                .. Rows.Healthy.Resources.Select((slice, i) => slice with { CpuCores = cores(i) }),
            ],
        };

    private static IReadOnlyList<Suspect> Suspects(RowResult row) =>
        Diagnostician.Of(row, Rows.Facts)!.Suspects;
}
