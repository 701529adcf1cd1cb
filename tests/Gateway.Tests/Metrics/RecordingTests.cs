using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class RecordingTests : IDisposable
{
    private readonly MetricsHost _host = new();

    [Fact]
    public void Nothing_is_lost_when_many_threads_record()
    {
        const int perThread = 50_000;
        var counter = _host.Meter.CreateCounter<double>("sum");
        var histogram = _host.Meter.CreateHistogram<double>("spread");
        var threads = Enumerable
            .Range(0, 8)
            .Select(_ => new Thread(() =>
            {
                for (var i = 0; i < perThread; i++)
                {
                    counter.Add(0.5, Tag("i", i % 4));
                    histogram.Record(i % 2 == 0 ? 1 : 7);
                }
            }))
            .ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        var metrics = _host.Read();
        Assert.Equal(4, metrics.Named("sum_total").Count());
        Assert.Equal(8 * perThread / 2.0, metrics.Named("sum_total").Sum(s => s.Value));
        Assert.Equal(8 * perThread, metrics.Value("spread_count"));
        Assert.Equal(8 * perThread * 4.0, metrics.Value("spread_sum"));
        Assert.Equal(8 * perThread / 2.0, metrics.Value("spread_bucket", ("le", "5")));
    }

    [Fact]
    public void A_known_series_is_recorded_without_allocating()
    {
        var histogram = _host.Meter.CreateHistogram<double>("h");
        object status = 200;

        var allocated = Allocations.Of(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                histogram.Record(1, Tag("route", "/a"), Tag("status", status));
            }
        });

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void The_same_tags_in_another_order_or_type_are_the_same_series()
    {
        var counter = _host.Meter.CreateCounter<int>("c");
        counter.Add(1, Tag("a", "1"), Tag("b", "2"));
        counter.Add(1, Tag("b", 2), Tag("a", 1));
        counter.Add(1, Tag("b", "2"), Tag("a", "1"), Tag("none", null));

        Assert.Equal(3, Assert.Single(_host.Read().Samples).Value);
    }

    [Fact]
    public void Tags_whose_names_become_the_same_share_a_label()
    {
        _host.Meter.CreateCounter<int>("c").Add(1, Tag("a.b", "x"), Tag("a_b", "y"));

        Assert.Equal("x;y", Assert.Single(_host.Read().Samples).Labels["a_b"]);
    }

    [Fact]
    public void Series_beyond_the_limit_share_one_and_nothing_is_lost()
    {
        var counter = _host.Meter.CreateCounter<int>("c");
        for (var i = 0; i < PrometheusExporter.MaxSeries + 50; i++)
        {
            counter.Add(1, Tag("id", i));
        }
        counter.Add(1, Tag("id", 0));

        var metrics = _host.Read();

        Assert.Equal(PrometheusExporter.MaxSeries + 1, metrics.Samples.Count);
        Assert.Equal(50, metrics.Value("c_total", ("otel_metric_overflow", "true")));
        Assert.Equal(2, metrics.Value("c_total", ("id", "0")));
    }

    public void Dispose() => _host.Dispose();

    private static KeyValuePair<string, object?> Tag(string key, object? value) => new(key, value);
}
