using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace GatewayBench;

/// <summary>A user's way to read one stream after another: event by event as they arrive.</summary>
/// <param name="run">What the part's users share.</param>
/// <param name="format">What the events mean.</param>
/// <param name="reply">Gets what they add up to.</param>
/// <param name="deadline">Of the user's exchanges.</param>
internal sealed class StreamReading(
    PartRun run,
    StreamFormat format,
    StreamedReply reply,
    Deadline deadline
)
{
    /// <summary>As much of an event as may show in a report.</summary>
    private const int MostShown = 400;

    private readonly EventReader _events = new();
    private long _count;
    private HitPhase _phase;
    private long _firstToken;
    private long _lastToken;

    /// <summary>Whether the end marker has come.</summary>
    public bool HasEnded { get; private set; }

    public long BytesRead => _events.BytesRead;

    public StreamFigures Figures =>
        new(_firstToken, reply.Pieces, reply.Tokens, reply.Usage is not null)
        {
            LastToken = _firstToken == 0 ? 0 : _lastToken,
        };

    /// <summary>Reads to the end.</summary>
    /// <param name="body">The stream.</param>
    /// <param name="type">What it says it is.</param>
    /// <param name="phase">The part of the row that the exchange belongs to.</param>
    /// <param name="sent">When it was sent.</param>
    /// <param name="cancellation">The deadline's.</param>
    /// <exception cref="StreamException">It is no stream, is cut, stalls, fails or is malformed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReadAsync(
        Stream body,
        MediaTypeHeaderValue? type,
        HitPhase phase,
        long sent,
        CancellationToken cancellation
    )
    {
        Begin(phase);
        RequireStream(type);
        try
        {
            Watch(sent);
            while (await _events.ReadAsync(body, cancellation))
            {
                if (Take())
                {
                    Watch(sent);
                }
            }
        }
        catch (OperationCanceledException) when (deadline.IsCutShort)
        {
            throw new StreamException(
                Outcome.StalledStream,
                $"No event for {Units.Time(run.Scenario.Stall)} after {Count(_count)} events."
            );
        }
        if (!HasEnded)
        {
            throw new StreamException(
                Outcome.TruncatedStream,
                $"The stream ended after {Count(_count)} events without its end marker."
            );
        }
    }

    /// <summary>Begins the next stream, whose events are given one by one if they are not read.</summary>
    public void Begin(HitPhase phase)
    {
        _events.Begin();
        (_count, _phase, _firstToken, HasEnded) = (0, phase, 0, false);
    }

    /// <summary>Takes one event.</summary>
    /// <param name="next">The event.</param>
    /// <param name="now">When it came.</param>
    /// <exception cref="StreamException">It tells a failure, or is malformed.</exception>
    public StreamSignals Take(scoped ServerEvent next, long now)
    {
        _count++;
        var signals = Read(next);
        if ((signals & StreamSignals.Error) != 0)
        {
            throw Failure(Outcome.StreamError, "an error", next.Data);
        }
        if ((signals & StreamSignals.Text) != 0)
        {
            Visible(now);
        }
        return signals;
    }

    /// <summary>Takes one event that is a JSON object, whose <c>type</c> is its name.</summary>
    /// <inheritdoc cref="Take(ServerEvent, long)" />
    public StreamSignals TakeMessage(ReadOnlySpan<byte> message, long now)
    {
        if (JsonProperty.Of(message, "type") is { } type)
        {
            return Take(new ServerEvent(Encoding.UTF8.GetBytes(type), message), now);
        }
        _count++;
        throw Failure(Outcome.BadBody, "malformed (it is no JSON object with a type)", message);
    }

    public void Rest() => _events.Rest();

    /// <summary>From now on nothing may come for as long as the scenario allows.</summary>
    /// <param name="sent">When the exchange was sent.</param>
    public void Watch(long sent)
    {
        if (run.Scenario.Stall is { } limit)
        {
            deadline.CutAfter(limit, sent);
        }
    }

    /// <summary>Takes the events that are there.</summary>
    /// <returns>Whether one of them said more than that the stream is alive.</returns>
    private bool Take()
    {
        var now = run.Clock.GetTimestamp();
        var isNews = false;
        while (_events.TryNext(out var next))
        {
            isNews |= Take(next, now) != StreamSignals.Ping;
        }
        return isNews;
    }

    private StreamSignals Read(scoped ServerEvent next)
    {
        try
        {
            if (!Utf8.IsValid(next.Data))
            {
                throw new JsonException("it is not UTF-8");
            }
            var signals = format.Read(next, reply);
            if (HasEnded && (signals & (StreamSignals.Text | StreamSignals.ToolCall)) != 0)
            {
                throw new JsonException("it follows the end marker");
            }
            HasEnded |= (signals & StreamSignals.End) != 0;
            return signals;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Failure(Outcome.BadBody, $"malformed ({e.Message})", next.Data);
        }
    }

    private void Visible(long now)
    {
        if (_firstToken == 0)
        {
            _firstToken = now;
        }
        else
        {
            run.CountGap(_phase, now - _lastToken);
        }
        _lastToken = now;
    }

    private static void RequireStream(MediaTypeHeaderValue? type)
    {
        if (type?.MediaType is not "text/event-stream")
        {
            throw new StreamException(
                Outcome.BadBody,
                $"Content-Type is '{type?.MediaType}'; a stream has text/event-stream."
            );
        }
    }

    private StreamException Failure(Outcome outcome, string what, ReadOnlySpan<byte> data) =>
        new(outcome, $"Event {Count(_count)} is {what}: {Shown(data)}") { Event = data.ToArray() };

    private static string Shown(ReadOnlySpan<byte> data) =>
        Encoding.UTF8.GetString(data[..Math.Min(data.Length, MostShown)]);

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
