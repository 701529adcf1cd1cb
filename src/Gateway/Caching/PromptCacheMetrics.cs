using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>What the prompt cache is good for, and what it costs.</summary>
internal sealed class PromptCacheMetrics
{
    private readonly Counter<long> _requests;
    private readonly Counter<long> _evictions;
    private readonly Counter<long> _failures;
    private readonly UpDownCounter<long> _entries;
    private readonly UpDownCounter<long> _bytes;

    public PromptCacheMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(GatewayMetrics.MeterName);
        _requests = meter.CreateCounter<long>(
            "gateway.cache.requests",
            "{request}",
            "Requests for an answer of the model by what the prompt cache had: hit, miss or bypass."
        );
        _evictions = meter.CreateCounter<long>(
            "gateway.cache.evictions",
            "{entry}",
            "Answers dropped from memory by reason: expired, or the limit of entries or bytes."
        );
        _failures = meter.CreateCounter<long>(
            "gateway.cache.failures",
            "{call}",
            "Calls to Redis that came to nothing, and left a request without the cache."
        );
        _entries = meter.CreateUpDownCounter<long>(
            "gateway.cache.entries",
            "{entry}",
            "Answers kept in memory."
        );
        _bytes = meter.CreateUpDownCounter<long>(
            "gateway.cache.size",
            "By",
            "Memory for the answers kept in it."
        );
    }

    public void Hit() => Asked("hit");

    public void Missed() => Asked("miss");

    /// <summary>The request is none whose answer may be kept.</summary>
    public void Bypassed() => Asked("bypass");

    public void Grew(int entries, long bytes)
    {
        _entries.Add(entries);
        _bytes.Add(bytes);
    }

    public void Evicted(string reason) =>
        _evictions.Add(1, KeyValuePair.Create<string, object?>("reason", reason));

    public void StoreFailed(string command, string errorType) =>
        _failures.Add(1, new("db.operation.name", command), new("error.type", errorType));

    private void Asked(string result) =>
        _requests.Add(1, KeyValuePair.Create<string, object?>("result", result));
}
