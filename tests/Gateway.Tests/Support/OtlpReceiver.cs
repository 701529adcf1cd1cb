using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>A collector on a loopback port that takes what is sent by OTLP over HTTP, and keeps it.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = [];

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public string Endpoint => _app.Urls.Single();

    /// <summary>The sums of a counter's points, by the newest message that has it.</summary>
    public double? Sum(string metric) =>
        Metrics().LastOrDefault(m => m.Text(1) == metric) is { } found
            ? found
                .Messages(7)
                .SelectMany(sum => sum.Messages(1))
                .Sum(point => (double)point.Fixed(6))
            : null;

    public IEnumerable<string> MetricNames() =>
        Metrics().Select(metric => metric.Text(1)).Distinct();

    /// <summary>The spans that came, each with its attributes of type string or int.</summary>
    public IEnumerable<(string Name, Dictionary<string, string> Attributes)> Spans() =>
        from resource in Of("/v1/traces")
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select (
            span.Text(5),
            span.Messages(9)
                .ToDictionary(pair => pair.Text(1), pair => pair.Messages(2).Single().AnyValue())
        );

    /// <summary>A text attribute of what sent it all.</summary>
    public string? Resource(string attribute) =>
        (
            from resource in Of("/v1/metrics")
            from described in resource.Messages(1)
            from pair in described.Messages(1)
            where pair.Text(1) == attribute
            select pair.Messages(2).Single().AnyValue()
        ).FirstOrDefault();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IEnumerable<ProtobufMessage> Metrics() =>
        from resource in Of("/v1/metrics")
        from scope in resource.Messages(2)
        from metric in scope.Messages(2)
        select metric;

    // ResourceMetrics and ResourceSpans are both field 1 of their requests.
    private IEnumerable<ProtobufMessage> Of(string path) =>
        from request in _received
        where request.Path == path
        from resource in ProtobufMessage.Parse(request.Body).Messages(1)
        select resource;

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _received.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
