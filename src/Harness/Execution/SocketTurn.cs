using System.Text;

namespace GatewayBench;

/// <summary>One user's way to do one turn on its WebSocket: send, read to the last message, check, classify.</summary>
internal sealed class SocketTurn(PartRun run, SocketForm form, User user, UserSocket socket) : IStep
{
    private readonly Deadline _deadline = new(run.Timeout, run.Clock, run.Cancelled);
    private readonly long[] _metrics = new long[run.Scenario.Metrics.Count];
    private int _failedCheck;

    public ReadOnlySpan<long> Metrics => _metrics;

    public Delay? Pause => run.Scenario.Pause;

    public async ValueTask<Hit> RunAsync(long intended, HitId id)
    {
        var reply = user.Reply;
        reply.Begin(socket.Upgrade!);
        _failedCheck = ScenarioCode.NoCheck;
        var text = ScenarioCode.Message(run.Scenario, form, user);
        var (sent, firstByte) = (run.Clock.GetTimestamp(), 0L);
        Outcome? outcome = null;
        try
        {
            var cancellation = _deadline.Start();
            await using var abort = socket.AbortWhen(cancellation);
            await socket.DropAsync();
            sent = run.Clock.GetTimestamp();
            await socket.SendAsync(text, cancellation);
            while (outcome is null)
            {
                var start = reply.BeginMessage();
                var isOpen = await socket.ReceiveAsync(reply.Buffer);
                firstByte = firstByte == 0 && isOpen ? run.Clock.GetTimestamp() : firstByte;
                outcome = isOpen ? OutcomeOf(reply, start) : Closed();
            }
            if (socket.IsOpen)
            {
                socket.Watch();
            }
        }
        catch (Exception e) when (e is not ScenarioException)
        {
            outcome = ErrorClassifier.OfException(
                e,
                inBody: true,
                _deadline.HasPassed,
                run.Cancelled.IsCancellationRequested
            );
            run.Samples.Keep(outcome.Value, e);
            socket.Abort();
        }
        var ended = run.Clock.GetTimestamp();
        var bytes = reply.Buffer.Length;
        return new Hit(intended, sent, firstByte, ended, outcome.Value, bytes, _failedCheck);
    }

    public void Rest()
    {
        user.Reply.Rest();
        _deadline.Rest();
    }

    public async ValueTask DisposeAsync()
    {
        _deadline.Dispose();
        await socket.DisposeAsync();
    }

    /// <returns>Null while more messages are to come.</returns>
    private Outcome? OutcomeOf(Reply reply, int start)
    {
        var message = reply.Body[start..];
        if (ScenarioCode.Is(run.Scenario, form.IsError, message))
        {
            run.Samples.Keep(Outcome.StreamError, Encoding.UTF8.GetString(message));
            return Outcome.StreamError;
        }
        if (!ScenarioCode.Is(run.Scenario, form.IsLast, message))
        {
            return null;
        }
        var outcome = ScenarioCode.Judge(run.Scenario, user, _metrics, out _failedCheck);
        if (outcome != Outcome.Success)
        {
            run.Samples.Keep(outcome, reply, run.Scenario.CheckName(_failedCheck));
        }
        return outcome;
    }

    private Outcome Closed()
    {
        run.Samples.Keep(Outcome.TruncatedStream, $"{socket.ClosedBecause} within a turn");
        socket.Abort();
        return Outcome.TruncatedStream;
    }
}
