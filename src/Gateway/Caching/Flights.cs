using System.Collections.Concurrent;

namespace Gateway;

/// <summary>Lets one of many who want the same go and get it while the others wait.</summary>
internal sealed class Flights
{
    private readonly ConcurrentDictionary<string, Flight> _byKey = new(StringComparer.Ordinal);

    public Flight Join(string key)
    {
        var mine = new Flight(this, key);
        var first = _byKey.GetOrAdd(key, mine);
        return ReferenceEquals(first, mine) ? mine : new Flight(this, key) { Ahead = first.Landed };
    }

    /// <summary>Disposed of, the way is free for the next.</summary>
    internal sealed class Flight(Flights flights, string key) : IDisposable
    {
        private readonly TaskCompletionSource<bool> _landed = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        private bool _succeeded;

        /// <summary>
        /// What to wait for, and whether it came to anything; null for the one who goes.
        /// </summary>
        public Task<bool>? Ahead { get; init; }

        public Task<bool> Landed => _landed.Task;

        /// <summary>Tells those behind, once the way is free, that there was an answer.</summary>
        public void Succeed() => _succeeded = true;

        public void Dispose()
        {
            if (Ahead is null)
            {
                flights._byKey.TryRemove(key, out _);
                _landed.SetResult(_succeeded);
            }
        }
    }
}
