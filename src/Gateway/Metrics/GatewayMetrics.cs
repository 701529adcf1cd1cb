using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>The gateway's own instruments, on a meter of this host alone.</summary>
internal sealed class GatewayMetrics
{
    public const string MeterName = "Gateway";

    private readonly Counter<long> _chats;
    private readonly Histogram<long> _tokens;
    private readonly Histogram<double> _duration;
    private readonly KeyValuePair<string, object?>[] _operation;

    public GatewayMetrics(IMeterFactory meters, IOptions<ProviderOptions> provider)
    {
        var meter = meters.Create(MeterName);
        _chats = meter.CreateCounter<long>(
            "gateway.chat.requests",
            "{request}",
            "Chat requests by how they ended."
        );
        // Names, units and bounds: OpenTelemetry semantic conventions for generative AI metrics.
        _tokens = meter.CreateHistogram(
            "gen_ai.client.token.usage",
            "{token}",
            "Tokens used per call to the provider.",
            advice: new InstrumentAdvice<long>
            {
                HistogramBucketBoundaries = [.. Enumerable.Range(0, 14).Select(n => 1L << (2 * n))],
            }
        );
        _duration = meter.CreateHistogram(
            "gen_ai.client.operation.duration",
            "s",
            "Time of one call to the provider.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
                [
                    .. Enumerable.Range(0, 14).Select(n => (1 << n) / 100.0),
                ],
            }
        );
        _operation =
        [
            new("gen_ai.operation.name", "chat"),
            new("gen_ai.provider.name", "openai"),
            new("gen_ai.request.model", provider.Value.Model),
            new("server.address", provider.Value.BaseAddress.Host),
            new("server.port", provider.Value.BaseAddress.Port),
        ];
    }

    public void ChatEnded(string outcome) =>
        _chats.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));

    public void OperationFailed(TimeSpan duration, string errorType)
    {
        var tags = new TagList(_operation) { { "error.type", errorType } };
        _duration.Record(duration.TotalSeconds, tags);
    }

    public void OperationSucceeded(TimeSpan duration, ChatResponse response)
    {
        var tags = new TagList(_operation) { { "gen_ai.response.model", response.ModelId } };
        _duration.Record(duration.TotalSeconds, tags);
        RecordTokens(response.Usage?.InputTokenCount, "input", tags);
        RecordTokens(response.Usage?.OutputTokenCount, "output", tags);
    }

    private void RecordTokens(long? count, string type, TagList tags)
    {
        if (count is { } tokens)
        {
            tags.Add("gen_ai.token.type", type);
            _tokens.Record(tokens, tags);
        }
    }
}
