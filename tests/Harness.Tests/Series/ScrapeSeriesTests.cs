using System.Globalization;

namespace GatewayBench.Tests.Series;

public sealed class ScrapeSeriesTests
{
    private string? _page;

    [Fact]
    public void Counters_gauges_and_histograms_come_by_their_types()
    {
        _page = Page(requests: 100, fast: 10, all: 20, level: 4);
        var seen = new SeenSeries(new ScrapeSeries(() => _page));
        _page = Page(requests: 130, fast: 60, all: 120, level: 7);
        seen.End(seconds: 2);

        Assert.Equal([15], seen["requests_total{code=200}.rate"]);
        Assert.Equal([7], seen["level_bytes"]);
        Assert.Equal([50], seen["time_seconds.rate"]);
        // 50 up to 0.1 and 50 more up to 0.5: drawn straight through.
        Assert.Equal([0.1], seen["time_seconds.p50"]);
        Assert.Equal([0.492], seen["time_seconds.p99"]);
        Assert.Equal(
            ["By", "{}/s", "s", "s", "/s"],
            seen.All.Select(one =>
                one.Unit.Length == 2 && one.Name.StartsWith("requests", StringComparison.Ordinal)
                    ? "{}/s"
                    : one.Unit
            )
        );
        Assert.All(seen.All, one => Assert.Equal("remote", one.Source));
    }

    [Fact]
    public void A_page_that_fails_leaves_a_gap_and_the_next_rate_is_over_it()
    {
        _page = "a_total 10";
        var seen = new SeenSeries(new ScrapeSeries(() => _page));
        _page = null;
        seen.End();
        _page = "a_total 30";
        seen.End();
        _page = "a_total 5";
        seen.End();

        Assert.Equal([null, 10, null], seen["a_total.rate"]);
    }

    [Fact]
    public void Beyond_the_last_bound_the_percentile_is_that_bound()
    {
        _page = Page(0, fast: 0, all: 0, level: 0);
        var seen = new SeenSeries(new ScrapeSeries(() => _page));
        seen.End();
        _page = Page(0, fast: 0, all: 0, level: 0, beyond: 10);
        seen.End();

        Assert.Equal([null, 0.5], seen["time_seconds.p99"]);
    }

    [Fact]
    public void A_server_may_show_any_number_of_metrics()
    {
        _page = string.Join('\n', Enumerable.Range(0, 2_000).Select(i => $"m{i} 1"));
        var seen = new SeenSeries(new ScrapeSeries(() => _page)).End();

        Assert.Equal(ScrapeSeries.MostMetrics, seen.All.Count);
    }

    private static string Page(int requests, int fast, int all, int level, int beyond = 0) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            # TYPE requests_total counter
            requests_total{code="200"} {{requests}}
            # TYPE level_bytes gauge
            level_bytes {{level}}
            # TYPE time_seconds histogram
            time_seconds_bucket{le="0.1"} {{fast}}
            time_seconds_bucket{le="0.5"} {{all}}
            time_seconds_bucket{le="+Inf"} {{all + beyond}}
            time_seconds_sum 12
            time_seconds_count {{all + beyond}}
            """
        );
}
