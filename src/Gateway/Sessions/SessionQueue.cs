namespace Gateway;

/// <summary>
/// Lets one turn of a session run at a time; others wait for it, in order of arrival. Without, the
/// second would be answered without knowing the first, and then not stored.
/// </summary>
internal sealed class SessionQueue
{
    private readonly Dictionary<(string Owner, string SessionId), Place> _places = [];
    private readonly Lock _gate = new();

    /// <summary>A session that had turns has none any more. Raised outside of all locks.</summary>
    public event Action? Freed;

    /// <summary>How many sessions have a turn that runs.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _places.Count;
            }
        }
    }

    /// <summary>Whether a turn would have to wait.</summary>
    public bool IsBusy(string owner, string sessionId)
    {
        lock (_gate)
        {
            return _places.ContainsKey((owner, sessionId));
        }
    }

    /// <returns>What to dispose when the turn has ended.</returns>
    public async ValueTask<IDisposable> EnterAsync(
        string owner,
        string sessionId,
        CancellationToken cancellationToken
    )
    {
        // By owner too: nobody can hold up a session that isn't theirs.
        var place = Take((owner, sessionId));
        try
        {
            await place.Turn.WaitAsync(cancellationToken);
            return place;
        }
        catch
        {
            Leave(place);
            throw;
        }
    }

    private Place Take((string, string) key)
    {
        lock (_gate)
        {
            if (!_places.TryGetValue(key, out var place))
            {
                _places[key] = place = new Place(this, key);
            }
            place.Users++;
            return place;
        }
    }

    private void Leave(Place place)
    {
        lock (_gate)
        {
            if (--place.Users > 0)
            {
                return;
            }
            _places.Remove(place.Key);
            place.Turn.Dispose();
        }
        Freed?.Invoke();
    }

    private sealed class Place(SessionQueue queue, (string, string) key) : IDisposable
    {
        public (string, string) Key => key;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }

        public void Dispose()
        {
            Turn.Release();
            queue.Leave(this);
        }
    }
}
