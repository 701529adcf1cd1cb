namespace Gateway;

/// <summary>
/// An owner's part of the queue: runs of one session one after another, the oldest first, and the
/// sessions in turn. Its user keeps others from it meanwhile.
/// </summary>
internal sealed class OwnerRuns(string name)
{
    private readonly Dictionary<string, SessionRuns> _sessions = [];

    // Those that have a run that waits and none that works, who waits longest first.
    private readonly LinkedList<SessionRuns> _ready = [];

    public string Name => name;

    /// <summary>How many of the runs work.</summary>
    public int Working { get; private set; }

    /// <summary>Places that are kept for runs on their way into the queue.</summary>
    public int Reserved { get; set; }

    /// <summary>How many of the runs wait.</summary>
    public int WaitingCount { get; private set; }

    /// <summary>Whether none waits, works or is on its way.</summary>
    public bool IsEmpty => _sessions.Count + Reserved == 0;

    /// <summary>Those that wait.</summary>
    public IEnumerable<ActiveRun> Waiting =>
        _sessions.Values.SelectMany(session => session.Waiting);

    public void Add(ActiveRun run, bool first)
    {
        var id = run.Run.SessionId;
        if (!_sessions.TryGetValue(id, out var session))
        {
            _sessions[id] = session = new(id);
        }
        if (session is { IsWorking: false, Waiting.Count: 0 })
        {
            Put(_ready, session, first);
        }
        Put(session.Waiting, run, first);
        WaitingCount++;
    }

    /// <returns>False if it doesn't wait here.</returns>
    public bool TryRemove(ActiveRun run)
    {
        if (
            !_sessions.TryGetValue(run.Run.SessionId, out var session)
            || !session.Waiting.Remove(run)
        )
        {
            return false;
        }
        WaitingCount--;
        if (session is { IsWorking: false, Waiting.Count: 0 })
        {
            _ready.Remove(session);
            _sessions.Remove(session.Id);
        }
        return true;
    }

    /// <summary>The run that would work next; null if all have to wait for others of their sessions.</summary>
    /// <param name="isBusy">Whether a turn of a session runs that is no run.</param>
    public ActiveRun? Next(Func<string, bool> isBusy) =>
        _ready.FirstOrDefault(session => !isBusy(session.Id))?.Waiting.First!.Value;

    /// <param name="run">One that <see cref="Next"/> gave.</param>
    public void Begin(ActiveRun run)
    {
        var session = _sessions[run.Run.SessionId];
        session.Waiting.RemoveFirst();
        session.IsWorking = true;
        _ready.Remove(session);
        WaitingCount--;
        Working++;
    }

    /// <param name="run">One that has begun.</param>
    public void End(ActiveRun run)
    {
        var session = _sessions[run.Run.SessionId];
        session.IsWorking = false;
        Working--;
        if (session.Waiting.Count > 0)
        {
            _ready.AddLast(session);
        }
        else
        {
            _sessions.Remove(session.Id);
        }
    }

    private static void Put<T>(LinkedList<T> list, T item, bool first)
    {
        if (first)
        {
            list.AddFirst(item);
        }
        else
        {
            list.AddLast(item);
        }
    }

    private sealed class SessionRuns(string id)
    {
        public string Id => id;

        public bool IsWorking { get; set; }

        public LinkedList<ActiveRun> Waiting { get; } = [];
    }
}
