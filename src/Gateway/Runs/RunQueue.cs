namespace Gateway;

/// <summary>Runs that wait, the oldest first: at most so many, and any of them may be taken out.</summary>
internal sealed class RunQueue(int capacity) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LinkedList<ActiveRun> _waiting = [];
    private readonly SemaphoreSlim _available = new(0);
    private int _reserved;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Keeps a place until <see cref="Add"/> fills it or <see cref="GiveUp"/> frees it.</summary>
    public bool TryReserve()
    {
        lock (_gate)
        {
            if (_waiting.Count + _reserved >= capacity)
            {
                return false;
            }
            _reserved++;
            return true;
        }
    }

    public void GiveUp()
    {
        lock (_gate)
        {
            _reserved--;
        }
    }

    /// <summary>Takes the place that was reserved for it.</summary>
    public void Add(ActiveRun run)
    {
        lock (_gate)
        {
            _reserved--;
            _waiting.AddLast(run);
        }
        _available.Release();
    }

    /// <summary>Takes in one that waited before, however many there are: behind the others or before them.</summary>
    public void Return(ActiveRun run, bool first)
    {
        lock (_gate)
        {
            if (first)
            {
                _waiting.AddFirst(run);
            }
            else
            {
                _waiting.AddLast(run);
            }
        }
        _available.Release();
    }

    /// <summary>Takes a run out of the queue, unless it has left.</summary>
    public bool TryRemove(ActiveRun run)
    {
        lock (_gate)
        {
            return _waiting.Remove(run);
        }
    }

    public async Task<ActiveRun> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _available.WaitAsync(cancellationToken);
            lock (_gate)
            {
                // Those that were taken out have left their signal behind.
                if (_waiting.First is { } first)
                {
                    _waiting.RemoveFirst();
                    return first.Value;
                }
            }
        }
    }

    /// <summary>Those that wait at the moment.</summary>
    public IReadOnlyList<ActiveRun> Snapshot()
    {
        lock (_gate)
        {
            return [.. _waiting];
        }
    }

    public void Dispose() => _available.Dispose();
}
