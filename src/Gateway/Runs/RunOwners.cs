namespace Gateway;

/// <summary>
/// The runs of all owners that wait and work, and which is next: one of the owner who has the fewest
/// at work. Its user keeps others from it meanwhile.
/// </summary>
/// <param name="maxWaiting">Most runs of one owner that wait.</param>
/// <param name="maxWorking">Most runs of one owner that work at once.</param>
/// <param name="isBusy">Whether a session of an owner has a turn.</param>
internal sealed class RunOwners(int maxWaiting, int maxWorking, Func<string, string, bool> isBusy)
{
    private readonly Dictionary<string, OwnerRuns> _byName = [];

    // Who was served the longest ago first, which decides between those with equally many at work.
    private readonly LinkedList<OwnerRuns> _turns = [];

    /// <summary>Those that wait.</summary>
    public IEnumerable<ActiveRun> Waiting => _turns.SelectMany(owner => owner.Waiting);

    /// <summary>Keeps a place for one on its way.</summary>
    /// <returns>False if the owner has as many that wait as are allowed.</returns>
    public bool TryReserve(string name)
    {
        var owner = Of(name);
        if (owner.WaitingCount + owner.Reserved >= maxWaiting && !IsAnybody(owner))
        {
            return false;
        }
        owner.Reserved++;
        return true;
    }

    /// <summary>The way is over: the place is free, or taken by a run that was added.</summary>
    public void EndReservation(string name)
    {
        var owner = _byName[name];
        owner.Reserved--;
        Forget(owner);
    }

    public void Add(ActiveRun run, bool first) => Of(run.Run.Owner).Add(run, first);

    /// <returns>False if it doesn't wait.</returns>
    public bool TryRemove(ActiveRun run)
    {
        if (!_byName.TryGetValue(run.Run.Owner, out var owner) || !owner.TryRemove(run))
        {
            return false;
        }
        Forget(owner);
        return true;
    }

    /// <summary>The run that would work next; null if none may.</summary>
    public ActiveRun? Next()
    {
        (int Working, ActiveRun? Run) best = (int.MaxValue, null);
        foreach (var owner in _turns)
        {
            if (
                owner.Working < best.Working
                && MayBegin(owner)
                && owner.Next(session => isBusy(owner.Name, session)) is { } run
            )
            {
                best = (owner.Working, run);
            }
        }
        return best.Run;
    }

    /// <param name="run">The one that <see cref="Next"/> gave.</param>
    public void Begin(ActiveRun run)
    {
        var owner = _byName[run.Run.Owner];
        owner.Begin(run);
        _turns.Remove(owner);
        _turns.AddLast(owner);
    }

    /// <param name="run">One that has begun.</param>
    public void End(ActiveRun run)
    {
        var owner = _byName[run.Run.Owner];
        owner.End(run);
        Forget(owner);
    }

    private bool MayBegin(OwnerRuns owner) => owner.Working < maxWorking || IsAnybody(owner);

    // While nobody says who they are, all would share the places of one.
    private static bool IsAnybody(OwnerRuns owner) => owner.Name == Caller.Anonymous;

    private OwnerRuns Of(string name)
    {
        if (!_byName.TryGetValue(name, out var owner))
        {
            _byName[name] = owner = new(name);
            _turns.AddLast(owner);
        }
        return owner;
    }

    private void Forget(OwnerRuns owner)
    {
        if (owner.IsEmpty)
        {
            _byName.Remove(owner.Name);
            _turns.Remove(owner);
        }
    }
}
