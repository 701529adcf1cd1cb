using System.Diagnostics.Metrics;

namespace Gateway.Tests;

public sealed class PrometheusExporterTests : IDisposable
{
    private readonly MetricsHost _host = new();

    [Fact]
    public void A_counter_and_its_labels_look_exactly_like_this()
    {
        var counter = _host.Meter.CreateCounter<int>("app.jobs", "{job}", "Jobs \\ done\nso far.");
        counter.Add(2, new("kind", "a\"b\\c\nd"), new("a.z", true));
        counter.Add(1);

        Assert.Equal(
            """
            # HELP app_jobs_total Jobs \\ done\nso far.
            # TYPE app_jobs_total counter
            app_jobs_total{a_z="true",kind="a\"b\\c\nd"} 2
            app_jobs_total 1

            """,
            _host.Text()
        );
    }

    [Fact]
    public void A_histogram_is_cumulative_with_inclusive_upper_bounds()
    {
        var histogram = _host.Meter.CreateHistogram(
            "app.wait",
            "s",
            "Waits.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1, 2.5] }
        );
        foreach (var value in (double[])[0.1, 0.5, 0.51, 2.5, 9])
        {
            histogram.Record(value, new KeyValuePair<string, object?>("le", "x"));
        }

        Assert.Equal(
            """
            # HELP app_wait_seconds Waits.
            # TYPE app_wait_seconds histogram
            app_wait_seconds_bucket{exported_le="x",le="0.5"} 2
            app_wait_seconds_bucket{exported_le="x",le="1"} 3
            app_wait_seconds_bucket{exported_le="x",le="2.5"} 4
            app_wait_seconds_bucket{exported_le="x",le="+Inf"} 5
            app_wait_seconds_sum{exported_le="x"} 12.61
            app_wait_seconds_count{exported_le="x"} 5

            """,
            _host.Text()
        );
    }

    [Fact]
    public void Advised_bounds_of_whole_numbers_count_and_others_fall_back_to_the_unit()
    {
        _host
            .Meter.CreateHistogram(
                "advised",
                advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 4] }
            )
            .Record(3);
        _host.Meter.CreateHistogram<double>("in.seconds", "s").Record(3);
        _host.Meter.CreateHistogram<double>("other").Record(3);

        var metrics = _host.Read();

        Assert.Equal(["1", "4", "+Inf"], Bounds(metrics, "advised"));
        Assert.Equal("0.005", Bounds(metrics, "in_seconds").First());
        Assert.Equal("10000", Bounds(metrics, "other").SkipLast(1).Last());
    }

    [Fact]
    public void Gauges_show_the_sum_of_ups_and_downs_or_the_last_value()
    {
        var upDown = _host.Meter.CreateUpDownCounter<long>("open");
        upDown.Add(3);
        upDown.Add(-1);
        var gauge = _host.Meter.CreateGauge<double>("level", "1");
        gauge.Record(0.5);
        gauge.Record(double.PositiveInfinity);
        gauge.Record(-0.25);

        var metrics = _host.Read();

        Assert.Equal("gauge", metrics.Types["open"]);
        Assert.Equal(2, metrics.Value("open"));
        Assert.Equal(-0.25, metrics.Value("level_ratio"));
    }

    [Fact]
    public void Observed_values_are_asked_for_at_each_scrape_and_vanish_when_no_longer_reported()
    {
        var reported = new List<Measurement<int>> { new(1, Tag("q", "a")), new(2, Tag("q", "b")) };
        _host.Meter.CreateObservableGauge("queue", () => reported);
        _host.Meter.CreateObservableCounter("seen", () => 7L);
        var before = _host.Read();
        reported[0] = new(9, Tag("q", "a"));
        reported.RemoveAt(1);
        var after = _host.Read();

        Assert.Equal(2, before.Named("queue").Count());
        Assert.Equal(9, Assert.Single(after.Named("queue")).Value);
        Assert.Equal("counter", after.Types["seen_total"]);
        Assert.Equal(7, after.Value("seen_total"));
    }

    [Fact]
    public void An_observable_that_throws_spoils_nothing_else()
    {
        Func<int> failing = () => throw new InvalidOperationException("not today");
        _host.Meter.CreateObservableGauge("bad", failing);
        _host.Meter.CreateObservableGauge("good", () => 1);

        Assert.Equal(1, _host.Read().Value("good"));
    }

    [Fact]
    public void Only_listed_meters_of_this_host_are_heard()
    {
        using var otherHost = new MetricsHost();
        using var unscoped = new Meter(MetricsHost.MeterName);
        otherHost.Meter.CreateCounter<int>("theirs").Add(1);
        unscoped.CreateCounter<int>("nobodys").Add(1);
        _host.Unlisted.CreateCounter<int>("unlisted").Add(1);
        _host.Meter.CreateCounter<int>("ours").Add(1);

        Assert.Equal("ours_total", Assert.Single(_host.Read().Samples).Name);
    }

    [Fact]
    public void A_metric_of_another_type_under_a_known_name_is_left_out()
    {
        _host.Meter.CreateUpDownCounter<int>("same.name").Add(1);
        _host.Meter.CreateGauge<int>("same_name").Record(5);

        Assert.Equal(1, _host.Read().Value("same_name"));
    }

    [Fact]
    public void Text_longer_than_any_buffer_segment_is_written_whole()
    {
        var longText = new string('x', 100_000);
        _host.Meter.CreateCounter<int>("big").Add(1, Tag("text", longText));

        Assert.Equal(1, _host.Read().Value("big_total", ("text", longText)));
    }

    public void Dispose() => _host.Dispose();

    private static IEnumerable<string> Bounds(Exposition metrics, string name) =>
        metrics.Named($"{name}_bucket").Select(s => s.Labels["le"]);

    private static KeyValuePair<string, object?> Tag(string key, string value) => new(key, value);
}
