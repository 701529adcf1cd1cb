namespace Gateway.Tests;

public sealed class MetricsEndpointTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_content_type_is_that_of_Prometheus_text()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        using var response = await client.GetAsync("/metrics", Cancelled);

        Assert.Equal(
            "text/plain; version=0.0.4; charset=utf-8",
            response.Content.Headers.ContentType?.ToString()
        );
    }

    [Fact]
    public async Task Requests_and_tokens_are_counted_as_they_were()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint, ("OpenAI:Model", "asked-for"));
        using var client = gateway.Connect();
        for (var i = 0; i < 5; i++)
        {
            (await client.ChatAsync()).Dispose();
        }
        (await client.ChatAsync("{}")).Dispose();

        var metrics = await client.MetricsAsync();

        Assert.Equal(5, metrics.Value("gateway_chat_requests_total", ("outcome", "ok")));
        Assert.Equal(
            1,
            metrics.Value("gateway_chat_requests_total", ("outcome", "invalid_request"))
        );
        const string tokens = "gen_ai_client_token_usage";
        Assert.Equal(60, metrics.Value($"{tokens}_sum", ("gen_ai_token_type", "input")));
        Assert.Equal(25, metrics.Value($"{tokens}_sum", ("gen_ai_token_type", "output")));
        Assert.Equal(
            5,
            metrics.Value($"{tokens}_bucket", ("gen_ai_token_type", "input"), ("le", "16"))
        );
        Assert.Equal(
            0,
            metrics.Value($"{tokens}_bucket", ("gen_ai_token_type", "input"), ("le", "4"))
        );
        Assert.Equal(
            5,
            metrics.Value(
                "gen_ai_client_operation_duration_seconds_count",
                ("gen_ai_operation_name", "chat"),
                ("gen_ai_provider_name", "openai"),
                ("gen_ai_request_model", "asked-for"),
                ("gen_ai_response_model", Completion.Model),
                ("server_address", "127.0.0.1")
            )
        );
        Assert.Equal(
            5,
            metrics.Value(
                "http_client_request_duration_seconds_count",
                ("http_request_method", "POST")
            )
        );
        Assert.Equal(
            1,
            metrics.Value("http_server_active_requests", ("http_request_method", "GET"))
        );
        Assert.Equal(
            0,
            metrics.Value("http_server_active_requests", ("http_request_method", "POST"))
        );
    }

    [Fact]
    public async Task Routes_are_templates_and_all_unknown_paths_are_one()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();
        for (var i = 0; i < 20; i++)
        {
            (await client.GetAsync($"/unknown/{i}?x={i}", Cancelled)).Dispose();
            (await client.GetAsync($"/health/live?x={i}", Cancelled)).Dispose();
        }
        (await client.DeleteAsync("/api/chat", Cancelled)).Dispose();

        var metrics = await client.MetricsAsync();

        const string requests = "http_server_request_duration_seconds_count";
        Assert.Equal(
            20,
            metrics.Value(
                requests,
                ("http_route", "unmatched"),
                ("http_response_status_code", "404")
            )
        );
        Assert.Equal(
            1,
            metrics.Value(
                requests,
                ("http_route", "unmatched"),
                ("http_response_status_code", "405")
            )
        );
        Assert.Equal(20, metrics.Value(requests, ("http_route", "/health/live")));
        Assert.DoesNotContain(
            metrics.Samples.SelectMany(s => s.Labels.Values),
            value => value.Contains("unknown", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Two_gateways_in_one_process_count_for_themselves()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var busy = new TestGateway(upstream.Endpoint);
        await using var idle = new TestGateway(upstream.Endpoint);
        using var busyClient = busy.Connect();
        using var idleClient = idle.Connect();
        for (var i = 0; i < 3; i++)
        {
            (await busyClient.ChatAsync()).Dispose();
        }

        var ofBusy = await busyClient.MetricsAsync();
        var ofIdle = await idleClient.MetricsAsync();

        Assert.Equal(3, ofBusy.Value("gateway_chat_requests_total", ("outcome", "ok")));
        Assert.Empty(ofIdle.Named("gateway_chat_requests_total"));
        Assert.Empty(ofIdle.Named("http_server_request_duration_seconds_count"));
        Assert.Empty(ofIdle.Named("http_client_request_duration_seconds_count"));
    }

    [Fact]
    public async Task Every_histogram_is_cumulative_and_ends_in_its_count()
    {
        await using var upstream = await Upstream.StartAsync();
        var calls = 0;
        upstream.Chat = context =>
        {
            context.Response.StatusCode = ++calls % 2 == 0 ? 500 : 200;
            return Completion.WriteAsync(context, "Hi");
        };
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();
        for (var i = 0; i < 4; i++)
        {
            (await client.ChatAsync()).Dispose();
        }

        var metrics = await client.MetricsAsync();

        var series = metrics
            .Samples.Where(s => s.Name.EndsWith("_bucket", StringComparison.Ordinal))
            .GroupBy(s =>
                s.Name + string.Join(',', s.Labels.Where(l => l.Key != "le").OrderBy(l => l.Key))
            )
            .ToList();
        Assert.NotEmpty(series);
        foreach (var buckets in series)
        {
            var values = buckets.Select(b => b.Value).ToList();
            Assert.Equal(values.Order(), values);
            var last = buckets.Last();
            Assert.Equal("+Inf", last.Labels["le"]);
            var labels = last.Labels.Where(l => l.Key != "le").Select(l => (l.Key, l.Value));
            var count = metrics
                .Named(
                    last.Name.Replace("_bucket", "_count", StringComparison.Ordinal),
                    [.. labels]
                )
                .Single(s => s.Labels.Count == last.Labels.Count - 1);
            Assert.Equal(count.Value, last.Value);
        }
    }
}
