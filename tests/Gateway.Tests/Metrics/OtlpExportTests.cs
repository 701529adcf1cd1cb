using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Gateway.Tests;

public sealed class OtlpExportTests
{
    [Fact]
    public async Task Metrics_of_this_gateway_alone_arrive()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var upstream = await Upstream.StartAsync();
        await using var silent = new TestGateway(upstream.Endpoint);
        using var silentClient = silent.Connect();
        await using (var gateway = Exporting(receiver, upstream))
        {
            using var client = gateway.Connect();
            (await client.ChatAsync()).Dispose();
            (await silentClient.ChatAsync()).Dispose();
            (await silentClient.ChatAsync()).Dispose();
            Assert.True(gateway.Services.GetRequiredService<MeterProvider>().ForceFlush());
        }

        Assert.Contains("gateway.chat.requests", receiver.MetricNames());
        Assert.Equal(1, receiver.Sum("gateway.chat.requests"));
        Assert.Contains("gen_ai.client.token.usage", receiver.MetricNames());
        Assert.Contains("http.server.request.duration", receiver.MetricNames());
        Assert.Contains("dotnet.gc.collections", receiver.MetricNames());
        Assert.Equal("gateway", receiver.Resource("service.name"));
    }

    [Fact]
    public async Task Traces_of_requests_and_calls_of_this_gateway_alone_arrive()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var upstream = await Upstream.StartAsync();
        await using var silent = new TestGateway(upstream.Endpoint);
        using var silentClient = silent.Connect();
        await using (var gateway = Exporting(receiver, upstream))
        {
            using var client = gateway.Connect();
            (await client.ChatAsync()).Dispose();
            (await silentClient.ChatAsync()).Dispose();
            Assert.True(gateway.Services.GetRequiredService<TracerProvider>().ForceFlush());
        }

        var spans = receiver.Spans().ToList();
        var request = Assert.Single(spans, span => IsOf(span, "http.route", "/api/chat"));
        Assert.Equal("POST /api/chat", request.Name);
        Assert.Equal("POST", request.Attributes["http.request.method"]);
        Assert.Equal("200", request.Attributes["http.response.status_code"]);
        Assert.Single(
            spans,
            span => IsOf(span, "url.full", $"{upstream.Endpoint}/chat/completions")
        );
    }

    [Fact]
    public async Task Nothing_of_OpenTelemetry_is_there_unless_configured()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        Assert.Null(gateway.Services.GetService<MeterProvider>());
        Assert.Null(gateway.Services.GetService<TracerProvider>());
    }

    private static TestGateway Exporting(OtlpReceiver receiver, Upstream upstream) =>
        new(
            upstream.Endpoint,
            ("Telemetry:Otlp:Endpoint", receiver.Endpoint),
            ("Telemetry:Otlp:Protocol", "http/protobuf")
        );

    private static bool IsOf(
        (string Name, Dictionary<string, string> Attributes) span,
        string attribute,
        string value
    ) => span.Attributes.GetValueOrDefault(attribute) == value;
}
