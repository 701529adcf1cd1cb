using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace GatewayBench;

/// <summary>A user's way to read one stream after another: event by event as they arrive.</summary>
/// <param name="run">The row's shared state.</param>
/// <param name="format">What the events mean.</param>
/// <param name="reply">Gets what they add up to.</param>
/// <param name="deadline">Of the user's exchanges.</param>
internal sealed class StreamReading(
    RowRun run,
    StreamFormat format,
    StreamedReply reply,
    Deadline deadline
)
{
    /// <summary>As much of an event as may show in a report.</summary>
    private const int MostShown = 400;

    private readonly EventReader _events = new();
    private long _count;
    private long _intended;
    private long _firstToken;
    private long _lastToken;
    private bool _hasEnded;

    public long BytesRead => _events.BytesRead;

    public StreamFigures Figures =>
        new(_firstToken, reply.Pieces, reply.Tokens, reply.Usage is not null);

    /// <summary>Reads to the end.</summary>
    /// <param name="body">The stream.</param>
    /// <param name="type">What it says it is.</param>
    /// <param name="intended">When the exchange was meant to start.</param>
    /// <param name="sent">When it was sent.</param>
    /// <param name="cancellation">The deadline's.</param>
    /// <exception cref="StreamException">It is no stream, is cut, stalls, fails or is malformed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReadAsync(
        Stream body,
        MediaTypeHeaderValue? type,
        long intended,
        long sent,
        CancellationToken cancellation
    )
    {
        _events.Begin();
        (_count, _intended, _firstToken, _hasEnded) = (0, intended, 0, false);
        RequireStream(type);
        var stall = run.Scenario.Stall;
        try
        {
            Watch(stall, sent);
            while (await _events.ReadAsync(body, cancellation))
            {
                if (Take())
                {
                    Watch(stall, sent);
                }
            }
        }
        catch (OperationCanceledException) when (deadline.IsCutShort)
        {
            throw new StreamException(
                Outcome.StalledStream,
                $"No event for {Units.Time(stall)} after {Count(_count)} events."
            );
        }
        if (!_hasEnded)
        {
            throw new StreamException(
                Outcome.TruncatedStream,
                $"The stream ended after {Count(_count)} events without its end marker."
            );
        }
    }

    public void Rest() => _events.Rest();

    private void Watch(TimeSpan? stall, long sent)
    {
        if (stall is { } limit)
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
            _count++;
            var signals = Read(next);
            isNews |= signals != StreamSignals.Ping;
            if ((signals & StreamSignals.Error) != 0)
            {
                throw new StreamException(
                    Outcome.StreamError,
                    $"Event {Count(_count)} is an error: {Shown(next.Data)}"
                );
            }
            if ((signals & StreamSignals.Text) != 0)
            {
                Visible(now);
            }
        }
        return isNews;
    }

    private StreamSignals Read(ServerEvent next)
    {
        try
        {
            if (!Utf8.IsValid(next.Data))
            {
                throw new JsonException("it is not UTF-8");
            }
            var signals = format.Read(next, reply);
            if (_hasEnded && (signals & (StreamSignals.Text | StreamSignals.ToolCall)) != 0)
            {
                throw new JsonException("it follows the end marker");
            }
            _hasEnded |= (signals & StreamSignals.End) != 0;
            return signals;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new StreamException(
                Outcome.BadBody,
                $"Event {Count(_count)} is malformed ({e.Message}): {Shown(next.Data)}"
            );
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
            run.CountGap(_intended, now - _lastToken);
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

    private static string Shown(ReadOnlySpan<byte> data) =>
        Encoding.UTF8.GetString(data[..Math.Min(data.Length, MostShown)]);

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
