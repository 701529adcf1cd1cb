namespace Gateway.Tests;

public sealed class MetricNameTests
{
    [Theory]
    [InlineData(
        "http.server.request.duration",
        "s",
        "Histogram",
        "http_server_request_duration_seconds"
    )]
    [InlineData(
        "http.server.active_requests",
        "{request}",
        "UpDownCounter",
        "http_server_active_requests"
    )]
    [InlineData("jobs", "{job}", "Counter", "jobs_total")]
    [InlineData("jobs.total", null, "Counter", "jobs_total")]
    [InlineData("jobs.total", "By", "Counter", "jobs_bytes_total")]
    [InlineData("memory.bytes", "By", "Gauge", "memory_bytes")]
    [InlineData("load", "1", "Gauge", "load_ratio")]
    [InlineData("load", "1", "Counter", "load_total")]
    [InlineData("speed", "By/s", "ObservableGauge", "speed_bytes_per_second")]
    [InlineData("rate", "{request}/min", "Gauge", "rate_per_minute")]
    [InlineData("a..b--c", "furlongs", "Gauge", "a_b_c_furlongs")]
    [InlineData("2nd", null, "Gauge", "_2nd")]
    public void Names_follow_OpenTelemetry(
        string name,
        string? unit,
        string kind,
        string expected
    ) => Assert.Equal(expected, MetricName.Of(name, unit, Enum.Parse<MetricKind>(kind)));
}
