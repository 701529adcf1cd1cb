using GatewayBench.Support;

namespace GatewayBench.Tests.Series;

/// <summary>The page about probes holds all of them.</summary>
public sealed class ProbesPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "probes.md"));

    [Fact]
    public void It_has_every_meter_and_says_what_is_left_out() =>
        Assert.All(
            [.. WatchedMeters.OfHost, .. WatchedMeters.OfProcess, .. WatchedMeters.Known],
            name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal)
        );

    [Fact]
    public void It_has_every_figure_of_redis() =>
        Assert.All(
            RedisSeries.Names,
            name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal)
        );

    [Fact]
    public void Its_limits_are_those_of_the_code()
    {
        Assert.Contains($"at most {InstrumentCells.MostSets} sets", Page, StringComparison.Ordinal);
        Assert.Contains(
            $"first {ScrapeSeries.MostMetrics} metrics",
            Page,
            StringComparison.Ordinal
        );
    }
}
