using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>One user's way to do one exchange: send, read to the last byte, check, classify.</summary>
internal sealed class Exchange(PartRun run, User user) : IStep
{
    private readonly Deadline _deadline = new(run.Timeout, run.Clock, run.Cancelled);
    private readonly long[] _metrics = new long[run.Scenario.Metrics.Count];
    private StreamReading? _stream;

    /// <summary>What the scenario's metrics read from the last reply; nothing unless it was a success.</summary>
    public ReadOnlySpan<long> Metrics => _metrics;

    public Delay? Pause => run.Scenario.Pause;

    /// <summary>What is to be recorded of the last reply if it was a stream and a success; else null.</summary>
    public StreamFigures? Stream => run.Scenario.Format is null ? null : _stream?.Figures;

    public Asked Asked { get; private set; }

    /// <summary>Whatever the target does ends as the hit's outcome.</summary>
    /// <param name="intended">When it was meant to start.</param>
    /// <param name="id">Which exchange of the row it is.</param>
    /// <exception cref="ScenarioException">The scenario's own code failed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Hit> RunAsync(long intended, HitId id)
    {
        var reply = user.Reply;
        reply.Clear();
        using var request = run.MakeRequest(user, id);
        Asked = user.TakeAsked(request.Content?.Headers.ContentLength ?? 0);
        long firstByte = 0;
        var status = 0;
        var failedCheck = ScenarioCode.NoCheck;
        var sent = run.Clock.GetTimestamp();
        Outcome outcome;
        try
        {
            var cancellation = _deadline.Start();
            using var response = await run.Client.SendAsync(request, cancellation);
            firstByte = run.Clock.GetTimestamp();
            status = (int)response.StatusCode;
            user.Receive(request, response);
            reply.Begin(response);
            var body = await response.Content.ReadAsStreamAsync(cancellation);
            outcome = run.Scenario.OutcomeOf(response.StatusCode);
            if (outcome == Outcome.Success && run.Scenario.Format is { } format)
            {
                LetGo(request);
                await StreamOf(format)
                    .ReadAsync(
                        body,
                        response.Content.Headers.ContentType,
                        id.Phase,
                        sent,
                        cancellation
                    );
            }
            else
            {
                await reply.Buffer.FillAsync(body, cancellation);
                WholeBody.Require(request, response, reply.Buffer.Length);
            }
            outcome =
                outcome == Outcome.Success
                    ? ScenarioCode.Judge(run.Scenario, user, _metrics, out failedCheck)
                    : reply.Weigh(outcome);
            if (outcome == Outcome.Success)
            {
                run.Keep(reply);
            }
            else
            {
                run.Samples.Keep(outcome, reply, run.Scenario.CheckName(failedCheck));
            }
        }
        catch (Exception e) when (e is not ScenarioException)
        {
            var failure = ErrorClassifier.OfException(
                e,
                inBody: firstByte != 0,
                _deadline.HasPassed,
                run.Cancelled.IsCancellationRequested
            );
            outcome = reply.Weigh(failure, e);
            run.Samples.Keep(outcome, e);
        }
        var ended = run.Clock.GetTimestamp();
        var bytes = reply.Stream is null ? reply.Buffer.Length : _stream!.BytesRead;
        return new Hit(intended, sent, firstByte, ended, outcome, bytes, failedCheck, status);
    }

    /// <summary>Gives up, until the next exchange, what only one under way needs.</summary>
    public void Rest()
    {
        user.Reply.Rest();
        _stream?.Rest();
        _deadline.Rest();
    }

    public ValueTask DisposeAsync()
    {
        _deadline.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// A stream's answer has begun, so its request has been read; what was sent, which may be longer
    /// than all that comes back, is not to be held for as long as the stream lasts.
    /// </summary>
    private static void LetGo(HttpRequestMessage request)
    {
        // Others hold more than memory, and are disposed with the request.
        if (request.Content is ByteArrayContent)
        {
            request.Content = null;
        }
    }

    private StreamReading StreamOf(StreamFormat format)
    {
        var reply = user.Reply.BeginStream();
        return _stream ??= new StreamReading(run, format, reply, _deadline);
    }
}
