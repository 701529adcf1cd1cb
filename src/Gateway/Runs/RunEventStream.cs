using System.Globalization;
using System.Text;

namespace Gateway;

/// <summary>
/// Sends the events of a run as they are, from its first or from the one after <c>Last-Event-ID</c>,
/// to its end.
/// </summary>
internal sealed class RunEventStream(RunBoard board, RunStore store, EventStreams streams)
{
    public const string LastEventId = "Last-Event-ID";

    public Task<IResult> GetAsync(string id, HttpContext context) =>
        StoreProblem.UnlessAsync(
            context,
            async () =>
            {
                if (!TryReadLast(context.Request, out var after, out var problem))
                {
                    return problem!;
                }
                // Before the store is asked: a run that ends in between is stored as ended first.
                var active = board.Find(id);
                var run = await store.FindAsync(Caller.Of(context), id, context.RequestAborted);
                if (run is null)
                {
                    return RunProblems.NotFound(id);
                }
                if (active is not null)
                {
                    return new Answer(streams, active.Log, after);
                }
                return RunState.IsEnd(run.State)
                    ? new Answer(streams, EndOf(run), after: 0)
                    : RunProblems.Elsewhere(id);
            }
        );

    // All that is left of a run that ended long ago.
    private static RunLog EndOf(Run run)
    {
        using var ended = new ActiveRun(run, maxEvents: 1);
        ended.End(run);
        return ended.Log;
    }

    private static bool TryReadLast(HttpRequest request, out long after, out IResult? problem)
    {
        var text = request.Headers[LastEventId].ToString();
        after = 0;
        problem = null;
        if (
            text is ""
            || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after)
        )
        {
            return true;
        }
        problem = Problems.Invalid(
            new Dictionary<string, string[]>
            {
                [LastEventId] =
                [
                    $"{LastEventId} is '{Quoted.Truncate(text)}': the id of an event is expected.",
                ],
            }
        );
        return false;
    }

    private sealed class Answer(EventStreams streams, RunLog log, long after) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            await using var stream = streams.Open(context);
            try
            {
                // A run that is quiet for a minute still has its listener.
                await stream.BeginAsync();
                await foreach (var happened in log.ReadAsync(after, stream.Ended))
                {
                    await stream.SendAsync(
                        happened.Type,
                        Encoding.UTF8.GetBytes(happened.Data),
                        happened.Id
                    );
                }
            }
            catch (OperationCanceledException) when (stream.Ended.IsCancellationRequested)
            {
                // The listener has left, or may come back with the last event's id.
            }
        }
    }
}
