using System.Text;

namespace GatewayBench;

/// <summary>One user's way to do one turn on its WebSocket: send, read to the last message, check, classify.</summary>
internal sealed class SocketTurn(PartRun run, SocketForm form, User user, UserSocket socket) : IStep
{
    private readonly Deadline _deadline = new(run.Timeout, run.Clock, run.Cancelled);
    private readonly long[] _metrics = new long[run.Scenario.Metrics.Count];
    private readonly BodyBuffer _event = new();
    private StreamReading? _stream;
    private int _failedCheck;
    private int _start;
    private long _bytes;

    public ReadOnlySpan<long> Metrics => _metrics;

    public StreamFigures? Stream => _stream?.Figures;

    public Asked Asked { get; private set; }

    public Delay? Pause => run.Scenario.Pause;

    public async ValueTask<Hit> RunAsync(long intended, HitId id)
    {
        var reply = user.Reply;
        reply.Begin(socket.Upgrade!);
        BeginStream(id.Phase);
        (_failedCheck, _bytes) = (ScenarioCode.NoCheck, 0);
        run.PrepareTurn(user, id);
        var text = ScenarioCode.Message(run.Scenario, form, user);
        Asked = user.TakeAsked(Encoding.UTF8.GetByteCount(text));
        var (sent, firstByte) = (run.Clock.GetTimestamp(), 0L);
        Outcome? outcome = null;
        try
        {
            var cancellation = _deadline.Start();
            await using var abort = socket.AbortWhen(cancellation);
            await socket.DropAsync();
            sent = run.Clock.GetTimestamp();
            await socket.SendAsync(text, cancellation);
            _stream?.Watch(sent);
            while (outcome is null)
            {
                var isOpen = await socket.ReceiveAsync(BeginMessage());
                var now = run.Clock.GetTimestamp();
                firstByte = firstByte == 0 && isOpen ? now : firstByte;
                outcome =
                    !isOpen ? Closed()
                    : _stream is null ? OutcomeOf(reply)
                    : Take(_stream, sent, now);
            }
            if (socket.IsOpen)
            {
                socket.Watch();
            }
        }
        catch (Exception e) when (e is not ScenarioException)
        {
            var failure = _deadline.IsCutShort
                ? Outcome.StalledStream
                : ErrorClassifier.OfException(
                    e,
                    inBody: true,
                    _deadline.HasPassed,
                    run.Cancelled.IsCancellationRequested
                );
            outcome = reply.Weigh(failure, e);
            run.Samples.Keep(outcome.Value, e);
            socket.Abort();
        }
        var ended = run.Clock.GetTimestamp();
        var bytes = _stream is null ? reply.Buffer.Length : _bytes;
        return new Hit(intended, sent, firstByte, ended, outcome.Value, bytes, _failedCheck);
    }

    public void Rest()
    {
        user.Reply.Rest();
        _event.Rest();
        _deadline.Rest();
    }

    public async ValueTask DisposeAsync()
    {
        _deadline.Dispose();
        await socket.DisposeAsync();
    }

    private void BeginStream(HitPhase phase)
    {
        if (run.Scenario.Format is { } format)
        {
            var streamed = user.Reply.BeginStream();
            _stream ??= new StreamReading(run, format, streamed, _deadline);
            _stream.Begin(phase);
        }
    }

    /// <returns>Where the next message goes: into the body, or apart if it is to be read as an event.</returns>
    private BodyBuffer BeginMessage()
    {
        if (_stream is not null)
        {
            _event.Clear();
            return _event;
        }
        _start = user.Reply.BeginMessage();
        return user.Reply.Buffer;
    }

    /// <returns>Null while more events are to come.</returns>
    private Outcome? Take(StreamReading stream, long sent, long now)
    {
        _bytes += _event.Length;
        try
        {
            if (stream.TakeMessage(_event.WrittenSpan, now) != StreamSignals.Ping)
            {
                stream.Watch(sent);
            }
        }
        catch (StreamException e) when (e.Outcome == Outcome.StreamError)
        {
            // The turn has ended, and the socket is as good as before.
            var outcome = user.Reply.Weigh(e.Outcome, e);
            run.Samples.Keep(outcome, e);
            return outcome;
        }
        return stream.HasEnded ? Judged() : null;
    }

    /// <returns>Null while more messages are to come.</returns>
    private Outcome? OutcomeOf(Reply reply)
    {
        var message = reply.Body[_start..];
        if (ScenarioCode.Is(run.Scenario, form.IsError, message))
        {
            var outcome = reply.Weigh(Outcome.StreamError);
            run.Samples.Keep(outcome, Encoding.UTF8.GetString(message));
            return outcome;
        }
        return ScenarioCode.Is(run.Scenario, form.IsLast, message) ? Judged() : null;
    }

    private Outcome Judged()
    {
        var outcome = ScenarioCode.Judge(run.Scenario, user, _metrics, out _failedCheck);
        if (outcome != Outcome.Success)
        {
            run.Samples.Keep(outcome, user.Reply, run.Scenario.CheckName(_failedCheck));
        }
        return outcome;
    }

    private Outcome Closed()
    {
        var outcome = user.Reply.Weigh(Outcome.TruncatedStream);
        run.Samples.Keep(outcome, $"{socket.ClosedBecause} within a turn");
        socket.Abort();
        return outcome;
    }
}
