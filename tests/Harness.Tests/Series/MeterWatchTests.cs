using System.Diagnostics.Metrics;
using GatewayBench.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench.Tests.Series;

public sealed class MeterWatchTests : IDisposable
{
    private readonly ServiceProvider _host = NewHost();
    private readonly ServiceProvider _otherHost = NewHost();
    private readonly MeterWatch _watch;
    private readonly Meter _meter;

    public MeterWatchTests()
    {
        _watch = new MeterWatch(new WatchedMeters(Factory(_host), ["Own", "Family.*"]));
        _meter = Factory(_host).Create("Own");
    }

    public void Dispose()
    {
        _watch.Dispose();
        _host.Dispose();
        _otherHost.Dispose();
    }

    [Fact]
    public void Counters_are_rates_and_gauges_are_values()
    {
        var counter = _meter.CreateCounter<int>("counter", "{thing}");
        var seconds = _meter.CreateCounter<double>("seconds", "s");
        var level = _meter.CreateUpDownCounter<long>("level");
        var gauge = _meter.CreateGauge<double>("gauge", "By");
        counter.Add(100);
        level.Add(5);
        var seen = new SeenSeries(_watch);
        counter.Add(6);
        seconds.Add(0.5);
        seconds.Add(0.25);
        level.Add(-2);
        seen.End(seconds: 2);
        gauge.Record(7);
        seen.End();

        Assert.Equal([3, 0], seen["counter.rate"]);
        Assert.Equal([0.375, 0], seen["seconds.rate"]);
        Assert.Equal([3, 3], seen["level"]);
        Assert.Equal([null, 7], seen["gauge"]);
        Assert.Equal(
            [
                ("counter.rate", "{thing}/s"),
                ("gauge", "By"),
                ("level", ""),
                ("seconds.rate", "s/s"),
            ],
            seen.All.Where(one => one.Source == "gateway").Select(one => (one.Name, one.Unit))
        );
    }

    [Fact]
    public void A_histogram_has_the_rate_and_the_percentiles_of_each_slice_alone()
    {
        var times = _meter.CreateHistogram<double>("times", "s");
        var sizes = _meter.CreateHistogram<int>("sizes", "By");
        times.Record(99);
        var seen = new SeenSeries(_watch);
        for (var i = 1; i <= 100; i++)
        {
            times.Record(i / 1000.0);
            sizes.Record(i * 1_000_000);
        }
        seen.End(seconds: 2).End();
        times.Record(double.NaN);
        times.Record(-1);
        times.Record(double.PositiveInfinity);
        seen.End();

        Assert.Equal([50, 0, 1], seen["times.rate"]);
        Near(0.0505, seen["times.mean"][0]);
        Near(50.5e6, seen["sizes.mean"][0]);
        Assert.Null(seen["times.mean"][1]);
        Near(0.050, seen["times.p50"][0]);
        Near(0.099, seen["times.p99"][0]);
        Near(50e6, seen["sizes.p50"][0]);
        Assert.Null(seen["times.p50"][1]);
        Assert.Equal("/s", seen.All.Single(one => one.Name == "times.rate").Unit);
        Assert.Equal("s", seen.All.Single(one => one.Name == "times.p99").Unit);

        static void Near(double expected, double? value) =>
            Assert.InRange(value!.Value, expected * 0.93, expected * 1.07);
    }

    [Fact]
    public void What_is_observed_is_asked_for_once_a_slice_and_may_fail()
    {
        var (count, fails) = (1_000L, false);
        _meter.CreateObservableCounter("total", () => count);
        _meter.CreateObservableGauge("size", () => fails ? throw new TimeoutException() : 3.5);
        var seen = new SeenSeries(_watch);
        count = 1_010;
        seen.End();
        (count, fails) = (1_030, true);
        seen.End();
        (count, fails) = (5, false);
        seen.End();

        // What got smaller began anew.
        Assert.Equal([10, 20, null], seen["total.rate"]);
        Assert.Equal([3.5, null, 3.5], seen["size"]);
    }

    [Fact]
    public void Requests_that_a_limiter_admitted_are_told_from_those_that_it_refused()
    {
        var counter = Factory(_host)
            .Create("Microsoft.AspNetCore.RateLimiting")
            .CreateCounter<long>("aspnetcore.rate_limiting.requests");
        var seen = new SeenSeries(_watch);
        counter.Add(
            3,
            new KeyValuePair<string, object?>("aspnetcore.rate_limiting.result", "acquired")
        );
        counter.Add(
            2,
            new KeyValuePair<string, object?>("aspnetcore.rate_limiting.result", "global_limiter")
        );
        seen.End();

        var refused = new SeriesPattern(
            "aspnetcore.rate_limiting.requests",
            "rate",
            Without: "result=acquired"
        );
        Assert.Equal(2, Assert.Single(seen.All, refused.Matches).Values.Single());
    }

    [Fact]
    public void A_count_that_was_not_told_for_a_while_is_spread_over_that_while()
    {
        var (count, fails) = (10L, false);
        _meter.CreateObservableCounter("total", () => fails ? throw new TimeoutException() : count);
        var seen = new SeenSeries(_watch);
        fails = true;
        seen.End();
        (count, fails) = (16, false);
        seen.End();

        Assert.Equal([null, 3], seen["total.rate"]);
    }

    [Fact]
    public void Only_this_hosts_meters_are_the_gateways_and_of_others_only_known_or_chosen_ones()
    {
        using var known = new Meter("Npgsql");
        using var chosen = new Meter("Family.One");
        using var unknown = new Meter("Stranger");
        // The load client's own.
        using var client = new Meter("System.Net.Http");
        var kestrel = Factory(_host).Create("Microsoft.AspNetCore.Server.Kestrel");
        Meter[] meters =
        [
            _meter,
            kestrel,
            known,
            chosen,
            unknown,
            client,
            Factory(_host).Create("Not.Chosen"),
            Factory(_otherHost).Create("Own"),
        ];
        string[] names = ["own", "kestrel", "known", "chosen", "a", "b", "c", "d"];
        var counters = meters.Zip(names, (meter, name) => meter.CreateCounter<int>(name)).ToList();
        var seen = new SeenSeries(_watch);
        counters.ForEach(counter => counter.Add(1));
        seen.End();

        Assert.Equal(
            [
                ("chosen.rate", "process"),
                ("kestrel.rate", "gateway"),
                ("known.rate", "process"),
                ("own.rate", "gateway"),
            ],
            seen.All.Where(one =>
                    names.Contains(one.Name.Replace(".rate", "", StringComparison.Ordinal))
                )
                .Select(one => (one.Name, one.Source))
                .Order()
        );
    }

    [Fact]
    public void The_runtime_tells_its_memory_by_generation_its_pauses_its_pool_and_its_locks()
    {
        var seen = new SeenSeries(_watch).End();

        string[] expected =
        [
            "dotnet.gc.last_collection.heap.size{gc.heap.generation=gen2}",
            "dotnet.gc.pause.time.rate",
            "dotnet.thread_pool.queue.length",
            "dotnet.thread_pool.thread.count",
            "dotnet.monitor.lock_contentions.rate",
            "dotnet.process.memory.working_set",
        ];
        GC.Collect();
        seen.End();
        Assert.Empty(expected.Except(seen.All.Select(one => one.Name)));
    }

    [Fact]
    public void To_record_what_is_known_allocates_nothing()
    {
        var times = Factory(_host)
            .Create("Microsoft.AspNetCore.Hosting")
            .CreateHistogram<double>("http.server.request.duration", "s");
        var counter = _meter.CreateCounter<double>("counter");
        object status = 200;

        var allocated = Allocations.Of(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                times.Record(
                    0.01,
                    new("http.request.method", "GET"),
                    new("http.response.status_code", status),
                    new("http.route", "/a")
                );
                counter.Add(0.5, new KeyValuePair<string, object?>("kind", "a"));
            }
        });

        Assert.Equal(0, allocated);
    }

    private static IMeterFactory Factory(ServiceProvider host) =>
        host.GetRequiredService<IMeterFactory>();

    private static ServiceProvider NewHost() =>
        new ServiceCollection().AddMetrics().BuildServiceProvider();
}
