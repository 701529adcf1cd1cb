using System.Runtime.InteropServices;

namespace Gateway;

/// <summary>
/// Counts what is taken within windows of time, of several quotas at once: all or none. One window
/// holds for all keys; it begins with the first that comes after the last one's end. So its end
/// forgets all keys, and what they need of memory is bounded.
/// </summary>
/// <param name="length">How long a window is.</param>
/// <param name="maxKeys">Keys that are counted each for itself; those that come later share one count.</param>
/// <param name="clock">Tells when a window is over.</param>
internal sealed class FixedWindow(TimeSpan length, int maxKeys, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Kind, string Key), int> _taken = [];
    private long _begun;
    private long _number;

    public Admission TryTake(params ReadOnlySpan<Quota> quotas)
    {
        lock (_gate)
        {
            var wait = Turn();
            var room = _taken.Count + Missing(quotas) <= maxKeys;
            foreach (var quota in quotas)
            {
                if (_taken.GetValueOrDefault(CounterOf(quota, room)) >= quota.Limit)
                {
                    return new(quota, wait, _number);
                }
            }
            foreach (var quota in quotas)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_taken, CounterOf(quota, room), out _)++;
            }
            return new(null, wait, _number);
        }
    }

    /// <summary>Undoes what was taken, unless its window is over and forgotten.</summary>
    public void GiveBack(Admission admission, params ReadOnlySpan<Quota> quotas)
    {
        lock (_gate)
        {
            if (admission.Window == _number)
            {
                foreach (var quota in quotas)
                {
                    _taken[CounterOf(quota, room: false)]--;
                }
            }
        }
    }

    private int Missing(ReadOnlySpan<Quota> quotas)
    {
        var missing = 0;
        foreach (var quota in quotas)
        {
            missing += _taken.ContainsKey((quota.Kind, quota.Key)) ? 0 : 1;
        }
        return missing;
    }

    private TimeSpan Turn()
    {
        var now = clock.GetTimestamp();
        var elapsed = clock.GetElapsedTime(_begun, now);
        if (_number > 0 && elapsed < length)
        {
            return length - elapsed;
        }
        _begun = now;
        _number++;
        _taken.Clear();
        return length;
    }

    private (string, string) CounterOf(Quota quota, bool room)
    {
        var own = (quota.Kind, quota.Key);
        return room || _taken.ContainsKey(own) ? own : (quota.Kind, "");
    }
}
