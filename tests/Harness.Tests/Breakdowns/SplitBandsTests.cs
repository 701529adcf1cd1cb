namespace GatewayBench.Tests.Breakdowns;

public sealed class SplitBandsTests
{
    private const long Millisecond = 1_000_000;

    [Fact]
    public void The_parts_of_each_band_add_up_to_its_latency()
    {
        var cells = new SplitCells();
        for (var i = 1; i <= 1_000; i++)
        {
            cells.Add(i * Millisecond, Millisecond / 2, i % 3 == 0 ? null : i * Millisecond / 4);
        }

        var bands = SplitBands.Of(cells);

        Assert.Equal(["all", "middle", "slowest"], bands.Select(band => band.Name));
        Assert.All(
            bands,
            band =>
                Assert.Equal(
                    band.LatencyMicroseconds,
                    band.ClientWaitMicroseconds
                        + band.ProviderMicroseconds!.Value
                        + band.GatewayMicroseconds!.Value
                        + band.UntoldMicroseconds,
                    tolerance: 1e-6
                )
        );
        Assert.Equal(1_000, bands[0].Exchanges);
        Assert.Equal(333, bands[0].UntoldExchanges);
        Assert.Equal(500_500, bands[0].LatencyMicroseconds, tolerance: 1e-6);
        Assert.Equal(500, bands[0].ClientWaitMicroseconds, tolerance: 1e-6);
    }

    [Fact]
    public void The_middle_and_the_slowest_are_those_of_the_exchanges_sorted_by_latency()
    {
        var random = new Random(3);
        var cells = new SplitCells();
        var all = new List<(long Latency, long Provider)>();
        for (var i = 0; i < 20_000; i++)
        {
            // Two in a hundred take long, and with the gateway; the others with the provider.
            var isSlow = i % 50 == 0;
            var latency = (long)(
                (isSlow ? 2_000 : 50) * Millisecond * Math.Exp(random.NextDouble() - 0.5)
            );
            var provider = isSlow ? latency / 10 : latency * 9 / 10;
            all.Add((latency, provider));
            cells.Add(latency, 0, provider);
        }
        all.Sort();

        var bands = SplitBands.Of(cells);

        // Of cells that are cut, their share: so much may differ.
        Near(all[9_000..11_000], bands[1], share: 0.9);
        Near(all[19_800..], bands[2], share: 0.1);
    }

    [Fact]
    public void With_few_exchanges_nothing_is_said_of_the_slowest_and_with_none_nothing()
    {
        var cells = new SplitCells();
        Assert.Empty(SplitBands.Of(cells));
        for (var i = 0; i < 367; i++)
        {
            cells.Add(Millisecond, 0, null);
        }

        var bands = SplitBands.Of(cells);

        Assert.Equal(["all", "middle"], bands.Select(band => band.Name));
        Assert.All(bands, band => Assert.Null(band.ProviderMicroseconds));
        Assert.All(bands, band => Assert.Null(band.GatewayMicroseconds));
        Assert.All(bands, band => Assert.Equal(1_000, band.UntoldMicroseconds, tolerance: 1e-6));
        cells.Add(Millisecond, 0, 0);
        Assert.Equal("slowest", SplitBands.Of(cells)[^1].Name);
    }

    [Fact]
    public void Any_time_from_nothing_to_an_hour_has_a_cell_and_sums_are_exact()
    {
        long[] times = [0, 1, 7, 8, 9, 1_000, (long)TimeSpan.FromHours(1).TotalNanoseconds];
        var (one, other) = (new SplitCells(), new SplitCells());
        foreach (var time in times)
        {
            one.Add(time, 0, null);
            other.Add(time, time, 0);
        }

        one.Add(other);

        var sum = one.Between(0, 1);
        Assert.Equal(2 * times.Length, sum.Exchanges);
        Assert.Equal(2 * times.Sum(), sum.Latency);
        Assert.Equal(times.Sum(), sum.Wait);
    }

    [Fact]
    public void A_provider_that_is_still_at_work_is_charged_with_no_more_than_the_service_time()
    {
        var cells = new SplitCells();
        cells.Add(10 * Millisecond, 4 * Millisecond, 9 * Millisecond);

        var band = Assert.Single(SplitBands.Of(cells));

        Assert.Equal(6_000, band.ProviderMicroseconds);
        Assert.Equal(0, band.GatewayMicroseconds);
    }

    private static void Near(
        List<(long Latency, long Provider)> exact,
        SplitBand band,
        double share
    )
    {
        var latency = exact.Average(one => one.Latency) / 1_000;
        Assert.Equal(exact.Count, band.Exchanges, tolerance: 0.5);
        Assert.InRange(band.LatencyMicroseconds / latency, 0.95, 1.05);
        Assert.Equal(share, band.ProviderMicroseconds!.Value / band.LatencyMicroseconds, 0.001);
    }
}
