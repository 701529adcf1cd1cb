using System.Net;

namespace GatewayBench;

/// <summary>Opens a user's WebSocket.</summary>
internal sealed class SocketOpening(PartRun run, SocketForm form, User user, UserSocket socket)
    : IStep
{
    private readonly Deadline _deadline = new(run.Timeout, run.Clock, run.Cancelled);

    public ReadOnlySpan<long> Metrics => [];

    public Delay? Pause => null;

    public async ValueTask<Hit> RunAsync(long intended, HitId id)
    {
        using var request = run.MakeRequest(user, id);
        var firstByte = 0L;
        var sent = run.Clock.GetTimestamp();
        Outcome outcome;
        HttpStatusCode status = 0;
        try
        {
            status = await socket.OpenAsync(
                request,
                form.Subprotocol,
                run.SocketClient,
                _deadline.Start()
            );
            firstByte = run.Clock.GetTimestamp();
            outcome = OutcomeOf(status);
            if (outcome == Outcome.Success)
            {
                user.Receive(request, socket.Upgrade!);
            }
            else
            {
                run.Samples.Keep(outcome, $"HTTP {(int)status} to the upgrade");
            }
        }
        catch (Exception e)
        {
            outcome = ErrorClassifier.OfException(
                e,
                inBody: false,
                _deadline.HasPassed,
                run.Cancelled.IsCancellationRequested
            );
            run.Samples.Keep(outcome, e);
        }
        var ended = run.Clock.GetTimestamp();
        return new Hit(intended, sent, firstByte, ended, outcome, Bytes: 0, Status: (int)status);
    }

    public void Rest() => _deadline.Rest();

    public ValueTask DisposeAsync()
    {
        _deadline.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A success that does not switch protocols is no answer to an upgrade.</summary>
    private static Outcome OutcomeOf(HttpStatusCode status) =>
        status == HttpStatusCode.SwitchingProtocols ? Outcome.Success
        : ErrorClassifier.OfStatus(status) is var outcome and not Outcome.Success ? outcome
        : Outcome.BadBody;
}
