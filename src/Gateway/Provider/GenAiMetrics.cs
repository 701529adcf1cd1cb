using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Calls to the provider by OpenTelemetry's conventions for generative AI: names, units and bounds are
/// theirs. A call is what the gateway wanted, however many attempts it took.
/// </summary>
internal sealed class GenAiMetrics
{
    // Taken apart once: they label every measurement.
    private readonly string _host;
    private readonly object _port;
    private readonly TimeProvider _clock;
    private readonly Histogram<long> _tokens;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _firstChunk;
    private readonly Histogram<double> _nextChunk;

    public GenAiMetrics(
        IMeterFactory meters,
        IOptions<ProviderOptions> provider,
        TimeProvider clock
    )
    {
        var address = provider.Value.BaseAddress;
        _host = address.Host;
        _port = address.Port;
        _clock = clock;
        var meter = meters.Create(GatewayMetrics.MeterName);
        _tokens = meter.CreateHistogram(
            "gen_ai.client.token.usage",
            "{token}",
            "Tokens used per call to the provider.",
            advice: new InstrumentAdvice<long>
            {
                HistogramBucketBoundaries = [.. Enumerable.Range(0, 14).Select(n => 1L << (2 * n))],
            }
        );
        Histogram<double> Seconds(string name, string description) =>
            meter.CreateHistogram(
                name,
                "s",
                description,
                advice: new InstrumentAdvice<double>
                {
                    HistogramBucketBoundaries =
                    [
                        .. Enumerable.Range(0, 14).Select(n => (1 << n) / 100.0),
                    ],
                }
            );
        _duration = Seconds(
            "gen_ai.client.operation.duration",
            "Time of one call to the provider."
        );
        _firstChunk = Seconds(
            "gen_ai.client.operation.time_to_first_chunk",
            "Time from a streamed call's start to its first chunk."
        );
        _nextChunk = Seconds(
            "gen_ai.client.operation.time_per_output_chunk",
            "Time from one chunk of a streamed call to the next."
        );
    }

    /// <summary>Measures a call that answers at once.</summary>
    /// <param name="operation">The conventions' name for what is done.</param>
    /// <param name="model">The model that is asked for.</param>
    /// <param name="call">The call.</param>
    /// <param name="about">Which model answered, and what it used.</param>
    public async Task<T> MeasureAsync<T>(
        string operation,
        string model,
        Func<Task<T>> call,
        Func<T, (string? Model, UsageDetails? Usage)> about
    )
    {
        var labels = Label(operation, model);
        var started = _clock.GetTimestamp();
        try
        {
            var answer = await call();
            var (answered, usage) = about(answer);
            Succeeded(labels, _clock.GetElapsedTime(started), answered, usage);
            return answer;
        }
        catch (Exception e)
        {
            Failed(labels, _clock.GetElapsedTime(started), ErrorType(e));
            throw;
        }
    }

    /// <summary>Measures a streamed call, which begins now.</summary>
    public MeteredStream Begin(string operation, string model) =>
        new(this, Label(operation, model), _clock);

    public void FirstChunk(in TagList call, TimeSpan waited) =>
        _firstChunk.Record(waited.TotalSeconds, call);

    public void NextChunk(in TagList call, TimeSpan waited) =>
        _nextChunk.Record(waited.TotalSeconds, call);

    public void Failed(TagList call, TimeSpan duration, string errorType)
    {
        call.Add("error.type", errorType);
        _duration.Record(duration.TotalSeconds, call);
    }

    public void Succeeded(TagList call, TimeSpan duration, string? model, UsageDetails? usage)
    {
        call.Add("gen_ai.response.model", model);
        _duration.Record(duration.TotalSeconds, call);
        RecordTokens(call, usage?.InputTokenCount, "input");
        RecordTokens(call, usage?.OutputTokenCount, "output");
    }

    /// <summary>The name of a failure in <c>error.type</c>.</summary>
    public static string ErrorType(Exception e) =>
        e switch
        {
            ProviderException provider => provider.Reason,
            OperationCanceledException => "cancelled",
            _ => e.GetType().Name,
        };

    private TagList Label(string operation, string model) =>
        new()
        {
            { "gen_ai.operation.name", operation },
            { "gen_ai.provider.name", "openai" },
            { "gen_ai.request.model", model },
            { "server.address", _host },
            { "server.port", _port },
        };

    private void RecordTokens(TagList call, long? count, string type)
    {
        if (count is { } tokens)
        {
            call.Add("gen_ai.token.type", type);
            _tokens.Record(tokens, call);
        }
    }
}
