using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>One user's way to do one exchange: send, read to the last byte, check, classify.</summary>
internal sealed class Exchange(RowRun run, User user) : IDisposable
{
    private const int NoCheck = -1;
    private readonly Deadline _deadline = new(run.Timeout, run.Clock, run.Cancelled);
    private readonly long[] _metrics = new long[run.Scenario.Metrics.Count];
    private StreamReading? _stream;

    /// <summary>What the scenario's metrics read from the last reply; nothing unless it was a success.</summary>
    public ReadOnlySpan<long> Metrics => _metrics;

    /// <summary>What is to be recorded of the last reply if it was a stream and a success; else null.</summary>
    public StreamFigures? Stream => run.Scenario.Format is null ? null : _stream?.Figures;

    /// <summary>Whatever the target does ends as the hit's outcome.</summary>
    /// <param name="intended">When it was meant to start.</param>
    /// <param name="id">Which exchange of the row it is.</param>
    /// <exception cref="ScenarioException">The scenario's own code failed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Hit> RunAsync(long intended, HitId id)
    {
        var reply = user.Reply;
        reply.Clear();
        using var request = MakeRequest(id);
        long firstByte = 0;
        var failedCheck = NoCheck;
        var sent = run.Clock.GetTimestamp();
        Outcome outcome;
        try
        {
            var cancellation = _deadline.Start();
            using var response = await run.Client.SendAsync(request, cancellation);
            firstByte = run.Clock.GetTimestamp();
            user.Receive(request, response);
            reply.Begin(response);
            var body = await response.Content.ReadAsStreamAsync(cancellation);
            outcome = ErrorClassifier.OfStatus(response.StatusCode);
            if (outcome == Outcome.Success && run.Scenario.Format is { } format)
            {
                await StreamOf(format)
                    .ReadAsync(
                        body,
                        response.Content.Headers.ContentType,
                        intended,
                        sent,
                        cancellation
                    );
            }
            else
            {
                await reply.Buffer.FillAsync(body, cancellation);
                WholeBody.Require(request, response, reply.Buffer.Length);
            }
            if (outcome == Outcome.Success && reply.HasForeignMarker)
            {
                outcome = Outcome.CrossSession;
            }
            if (outcome == Outcome.Success && (failedCheck = FirstFailure(reply)) != NoCheck)
            {
                outcome = Outcome.BadBody;
            }
            if (outcome == Outcome.Success)
            {
                ReadMetrics(reply);
                run.Keep(reply);
            }
            else
            {
                run.Samples.Keep(outcome, reply, FailedCheckName(failedCheck));
            }
        }
        catch (Exception e) when (e is not ScenarioException)
        {
            outcome = ErrorClassifier.OfException(
                e,
                inBody: firstByte != 0,
                _deadline.HasPassed,
                run.Cancelled.IsCancellationRequested
            );
            run.Samples.Keep(outcome, e);
        }
        var ended = run.Clock.GetTimestamp();
        var bytes = reply.Stream is null
            ? reply.Buffer.Length
            : int.CreateSaturating(_stream!.BytesRead);
        return new Hit(intended, sent, firstByte, ended, outcome, bytes, failedCheck);
    }

    /// <summary>Gives up, until the next exchange, what only one under way needs.</summary>
    public void Rest()
    {
        user.Reply.Rest();
        _stream?.Rest();
        _deadline.Rest();
    }

    public void Dispose() => _deadline.Dispose();

    private StreamReading StreamOf(StreamFormat format)
    {
        var reply = user.Reply.BeginStream();
        return _stream ??= new StreamReading(run, format, reply, _deadline);
    }

    private HttpRequestMessage MakeRequest(in HitId id)
    {
        try
        {
            var request = run.Scenario.Request(user);
            user.Prepare(request);
            run.TraceIds?.Mark(request, id);
            return request;
        }
        catch (Exception e)
        {
            throw new ScenarioException(
                $"Scenario '{run.Scenario.Name}' could not make a request: {e.Message}",
                e
            );
        }
    }

    private int FirstFailure(Reply reply)
    {
        var checks = run.Scenario.Checks;
        for (var i = 0; i < checks.Count; i++)
        {
            if (!Passes(checks[i], reply))
            {
                return i;
            }
        }
        return NoCheck;
    }

    private static bool Passes(Check check, Reply reply)
    {
        try
        {
            return check.Passes(reply);
        }
        catch (Exception e)
        {
            throw new ScenarioException($"Check '{check.Name}' threw: {e.Message}", e);
        }
    }

    private void ReadMetrics(Reply reply)
    {
        var metrics = run.Scenario.Metrics;
        for (var i = 0; i < metrics.Count; i++)
        {
            _metrics[i] = Read(metrics[i], reply);
        }
    }

    private static long Read(CustomMetric metric, Reply reply)
    {
        long value;
        try
        {
            value = metric.Read(reply);
        }
        catch (Exception e)
        {
            throw new ScenarioException($"Metric '{metric.Name}' threw: {e.Message}", e);
        }
        return value >= 0
            ? value
            : throw new ScenarioException($"Metric '{metric.Name}' is {value}; allowed: from 0.");
    }

    private string? FailedCheckName(int check) =>
        check == NoCheck ? null : run.Scenario.Checks[check].Name;
}
