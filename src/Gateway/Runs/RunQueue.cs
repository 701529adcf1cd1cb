namespace Gateway;

/// <summary>
/// Runs that wait: at most so many, and any of them may be taken out. A run whose session has a turn
/// is passed over, as it would hold a worker only to wait, and so are those of an owner who has as many
/// at work as are allowed.
/// </summary>
internal sealed class RunQueue
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource<ActiveRun>> _takers = [];
    private readonly RunOwners _owners;
    private readonly int _capacity;
    private int _count;
    private int _reserved;

    /// <param name="capacity">Most runs that wait.</param>
    /// <param name="maxWaitingPerOwner">Most of them of one owner.</param>
    /// <param name="maxPerOwner">Most runs of one owner that work at once.</param>
    /// <param name="sessions">Knows which sessions have a turn.</param>
    public RunQueue(int capacity, int maxWaitingPerOwner, int maxPerOwner, SessionQueue sessions)
    {
        _capacity = capacity;
        _owners = new(maxWaitingPerOwner, maxPerOwner, sessions.IsBusy);
        sessions.Freed += ServeAny;
    }

    public int Count => Volatile.Read(ref _count);

    /// <summary>Keeps a place until <see cref="Add"/> fills it or <see cref="GiveUp"/> frees it.</summary>
    public RunPlace Reserve(string owner)
    {
        lock (_gate)
        {
            if (_count + _reserved >= _capacity)
            {
                return RunPlace.NoneFree;
            }
            if (!_owners.TryReserve(owner))
            {
                return RunPlace.OwnerHasAll;
            }
            _reserved++;
            return RunPlace.Kept;
        }
    }

    public void GiveUp(string owner)
    {
        lock (_gate)
        {
            EndReservation(owner);
        }
    }

    /// <summary>Takes the place that was reserved for it.</summary>
    public void Add(ActiveRun run)
    {
        lock (_gate)
        {
            Take(run, first: false);
            EndReservation(run.Run.Owner);
        }
    }

    /// <summary>
    /// Takes in one that waited before, however many there are: behind the others of its owner or
    /// before them.
    /// </summary>
    public void Return(ActiveRun run, bool first)
    {
        lock (_gate)
        {
            Take(run, first);
        }
    }

    /// <summary>Takes a run out of the queue, unless it has left.</summary>
    public bool TryRemove(ActiveRun run)
    {
        lock (_gate)
        {
            var removed = _owners.TryRemove(run);
            _count -= removed ? 1 : 0;
            return removed;
        }
    }

    /// <summary>Waits for a run that may work, which counts as working until it is <see cref="Done"/>.</summary>
    public async Task<ActiveRun> TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var taker = new TaskCompletionSource<ActiveRun>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        lock (_gate)
        {
            _takers.AddLast(taker);
            Serve();
        }
        await using var leaving = cancellationToken.UnsafeRegister(
            (_, cancelled) => taker.TrySetCanceled(cancelled),
            null
        );
        return await taker.Task;
    }

    /// <summary>It works no longer: others of its session and its owner may.</summary>
    public void Done(ActiveRun run)
    {
        lock (_gate)
        {
            _owners.End(run);
            Serve();
        }
    }

    /// <summary>Those that wait at the moment.</summary>
    public IReadOnlyList<ActiveRun> Snapshot()
    {
        lock (_gate)
        {
            return [.. _owners.Waiting];
        }
    }

    private void EndReservation(string owner)
    {
        _reserved--;
        _owners.EndReservation(owner);
    }

    private void Take(ActiveRun run, bool first)
    {
        _owners.Add(run, first);
        _count++;
        Serve();
    }

    // After the last turn of any session, where mostly no run waits at all.
    private void ServeAny()
    {
        if (Count > 0)
        {
            lock (_gate)
            {
                Serve();
            }
        }
    }

    private void Serve()
    {
        while (_takers.First is { Value: var taker })
        {
            if (!taker.Task.IsCompleted)
            {
                if (_owners.Next() is not { } run)
                {
                    return;
                }
                // It may leave at this moment: then the run is for the next one.
                if (taker.TrySetResult(run))
                {
                    _owners.Begin(run);
                    _count--;
                }
            }
            _takers.RemoveFirst();
        }
    }
}
