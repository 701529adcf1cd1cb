using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>The runs of this process: takes them in, finds them, cancels them, and forgets old ones.</summary>
internal sealed class RunBoard : IDisposable
{
    private readonly ConcurrentDictionary<string, ActiveRun> _runs = [];
    private readonly ConcurrentQueue<string> _ended = [];
    private readonly RunStore _store;
    private readonly RunOptions _options;
    private readonly TimeProvider _clock;
    private volatile bool _stopping;

    public RunBoard(
        RunStore store,
        IOptions<RunOptions> options,
        RunMetrics metrics,
        SessionQueue sessions,
        TimeProvider clock
    )
    {
        _store = store;
        _options = options.Value;
        _clock = clock;
        Queue = new RunQueue(
            _options.MaxQueued,
            _options.MaxQueuedPerOwner,
            _options.MaxConcurrentPerOwner,
            sessions
        );
        metrics.Observe(Queue);
    }

    public RunQueue Queue { get; }

    /// <summary>A run that waits, works or ended lately; null otherwise.</summary>
    public ActiveRun? Find(string id) => _runs.GetValueOrDefault(id);

    /// <summary>Stores a run and puts it into the queue, if there is a place.</summary>
    public async Task<(Run? Run, RunPlace Place)> SubmitAsync(
        string owner,
        ChatRequest request,
        CancellationToken cancellationToken
    )
    {
        var place = _stopping ? RunPlace.NoneFree : Queue.Reserve(owner);
        if (place is not RunPlace.Kept)
        {
            return (null, place);
        }
        var now = _clock.GetUtcNow();
        var run = new Run(
            Run.NewId(now),
            owner,
            request.SessionId,
            request.Message,
            RunState.Queued,
            null,
            null,
            now.ToUnixTimeMilliseconds(),
            null,
            null
        );
        try
        {
            await _store.AddAsync(run, cancellationToken);
        }
        catch
        {
            Queue.GiveUp(owner);
            throw;
        }
        var active = Activate(run);
        Queue.Add(active);
        if (_stopping)
        {
            active.Log.Close();
        }
        return (run, place);
    }

    /// <summary>Puts runs of an earlier process back into the queue.</summary>
    public void Requeue(IEnumerable<Run> runs)
    {
        foreach (var run in runs)
        {
            Queue.Return(Activate(run), first: false);
        }
    }

    /// <summary>Ends a run that waits, and asks one that works to end.</summary>
    /// <returns>False if it has ended already.</returns>
    public async Task<bool> CancelAsync(ActiveRun active, CancellationToken cancellationToken)
    {
        if (Queue.TryRemove(active))
        {
            try
            {
                await _store.EndAsync(
                    active.Run.Id,
                    RunState.Cancelled,
                    null,
                    null,
                    cancellationToken
                );
            }
            catch
            {
                Queue.Return(active, first: true);
                throw;
            }
            End(active, RunState.Cancelled, null, null);
            return true;
        }
        if (RunState.IsEnd(active.Run.State))
        {
            return false;
        }
        active.Cancel();
        return true;
    }

    /// <summary>Tells those who listen how a run ended, and keeps that for those who come later.</summary>
    public void End(ActiveRun active, string state, string? output, string? reason)
    {
        active.End(
            active.Run with
            {
                State = state,
                Output = output,
                Reason = reason,
                EndedAt = _clock.GetUtcNow().ToUnixTimeMilliseconds(),
            }
        );
        _ended.Enqueue(active.Run.Id);
        while (_ended.Count > _options.MaxEndedLogs && _ended.TryDequeue(out var oldest))
        {
            _runs.TryRemove(oldest, out _);
        }
    }

    /// <summary>
    /// Takes no more runs, and lets go those who listen to one that waits: it will not start in this
    /// process.
    /// </summary>
    public void Stop()
    {
        _stopping = true;
        foreach (var waiting in Queue.Snapshot())
        {
            waiting.Log.Close();
        }
    }

    public void Dispose()
    {
        foreach (var run in _runs.Values)
        {
            run.Dispose();
        }
    }

    private ActiveRun Activate(Run run)
    {
        var active = new ActiveRun(run, _options.MaxEvents);
        active.TellState();
        _runs[run.Id] = active;
        return active;
    }
}
