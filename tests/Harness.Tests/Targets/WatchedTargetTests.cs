using System.Globalization;
using GatewayBench.Tests.Execution;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Targets;

public sealed class WatchedTargetTests
{
    private static readonly Scenario Live = Scenario.Http(
        "GET /health/live",
        user => user.Get("/health/live")
    );

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_against_a_hosted_gateway_has_its_series_slice_by_slice()
    {
        await using var provider = await FakeProvider.StartAsync(cancellationToken: Stop);
        await using var gateway = SampleGateway
            .Open()
            .UseProvider(provider, "OpenAI:Endpoint")
            .Watch("Gateway");

        var row = await Runs.RowAsync(gateway, GatewayScenarios.Chat(), users: 2);

        (string Source, string Name)[] expected =
        [
            ("gateway", "http.server.request.duration{http.route=/api/chat}.p99"),
            ("gateway", "http.client.request.time_in_queue{server.address=127.0.0.1}.p99"),
            ("gateway", "kestrel.active_connections"),
            ("gateway", "gateway.chat.requests{outcome=ok}.rate"),
            ("process", "dotnet.thread_pool.queue.length"),
            ("provider", "provider.requests.rate"),
        ];
        Assert.Empty(expected.Except(row.Series.Select(one => (one.Source, one.Name))));
        Assert.All(row.Series, one => Assert.Equal(row.Timeline.Count, one.Values.Count));
        // It counts from its start, so that none is below zero.
        Assert.All(row.Series, one => Assert.DoesNotContain(one.Values, value => value < 0));
        Assert.DoesNotContain(row.Series, one => one.Name.Contains("active_requests"));
    }

    [Fact]
    public async Task A_gateways_own_meters_are_watched_only_if_they_are_named()
    {
        await using var gateway = SampleGateway.WithoutProvider();

        var row = await Runs.RowAsync(gateway, Live, users: 1);

        Assert.Contains(row.Series, one => one.Source == "gateway");
        Assert.DoesNotContain(
            row.Series,
            one => one.Name.StartsWith("gateway.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_gateway_elsewhere_is_scraped_where_it_shows_its_metrics()
    {
        var asked = 0;
        await using var server = new ServerTarget(context =>
            context.Request.Path == "/base/metrics"
                ? context.Response.WriteAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"level {Interlocked.Increment(ref asked)}\n"
                    )
                )
                : Task.CompletedTask
        );
        await server.StartAsync(Stop);
        var target = new RemoteTarget($"{server.BaseAddress}base").Scrape("/metrics");

        var row = await Runs.RowAsync(target, Live);

        var series = Assert.Single(row.Series);
        Assert.Equal(("level", "remote"), (series.Name, series.Source));
        // Once at the start and once before the first slice.
        Assert.True(series.Values.Max() >= 3, $"{series.Values.Max()}");
    }

    [Fact]
    public async Task Metrics_that_are_not_there_end_the_run_before_it_begins()
    {
        await using var server = new ServerTarget(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/metrics" ? 404 : 200;
            return Task.CompletedTask;
        });
        await server.StartAsync(Stop);
        var target = new RemoteTarget(server.BaseAddress.AbsoluteUri).Scrape("/metrics");

        var error = await Assert.ThrowsAsync<TargetStartException>(() => target.StartAsync(Stop));

        Assert.EndsWith(
            "/metrics' can't be scraped: it answers 404; allowed: a page of Prometheus text.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>Longer than a slice, which is all that a reading during a run may take.</summary>
    [Fact]
    public async Task Metrics_that_come_late_before_the_run_are_waited_for()
    {
        await using var server = new ServerTarget(context =>
            Task.Delay(TimeSpan.FromSeconds(1.5), context.RequestAborted)
        );
        await server.StartAsync(Stop);
        var page = new Scraper(new Uri(server.BaseAddress, "/metrics"));

        Assert.Null(page.TryFetch());
        Assert.Equal("", page.Fetch());
    }

    [Fact]
    public async Task Metrics_of_a_host_that_is_not_allowed_are_not_asked_for()
    {
        await using var server = new ServerTarget(_ => Task.CompletedTask);
        await server.StartAsync(Stop);
        var target = new RemoteTarget(server.BaseAddress.AbsoluteUri).Scrape(
            "http://metrics.example.com/metrics"
        );

        var error = await Assert.ThrowsAsync<TargetStartException>(() => target.StartAsync(Stop));

        Assert.Contains("is not on this machine", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metrics")]
    [InlineData("http://user:word@127.0.0.1/metrics")]
    public void What_can_not_be_scraped_is_refused(string url) =>
        Assert.Throws<ArgumentException>(() => new RemoteTarget("http://127.0.0.1:1").Scrape(url));
}
