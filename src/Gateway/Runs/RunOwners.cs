namespace Gateway;

/// <summary>
/// The runs of all owners that wait and work, and which is next: one of the owner who has the fewest
/// at work. Its user keeps others from it meanwhile.
/// </summary>
/// <param name="maxWorking">Most runs of one owner that work at once.</param>
/// <param name="isBusy">Whether a session of an owner has a turn.</param>
internal sealed class RunOwners(int maxWorking, Func<string, string, bool> isBusy)
{
    private readonly Dictionary<string, OwnerRuns> _byName = [];

    // Who was served the longest ago first, which decides between those with equally many at work.
    private readonly LinkedList<OwnerRuns> _turns = [];

    /// <summary>Those that wait.</summary>
    public IEnumerable<ActiveRun> Waiting => _turns.SelectMany(owner => owner.Waiting);

    public void Add(ActiveRun run, bool first)
    {
        var name = run.Run.Owner;
        if (!_byName.TryGetValue(name, out var owner))
        {
            _byName[name] = owner = new(name);
            _turns.AddLast(owner);
        }
        owner.Add(run, first);
    }

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

    // While nobody says who they are, all would share the places of one.
    private bool MayBegin(OwnerRuns owner) =>
        owner.Working < maxWorking || owner.Name == Caller.Anonymous;

    private void Forget(OwnerRuns owner)
    {
        if (owner.IsEmpty)
        {
            _byName.Remove(owner.Name);
            _turns.Remove(owner);
        }
    }
}
