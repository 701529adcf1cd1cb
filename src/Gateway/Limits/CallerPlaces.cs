using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Counts the requests of each caller that are served or wait to be, so that nobody takes all places.
/// Who has no name is not counted: while nobody has to say who they are, all would be one caller.
/// </summary>
internal sealed class CallerPlaces(IOptions<ConcurrencyOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _taken = [];
    private readonly int _max = options.Value.MaxPerCaller;

    /// <returns>False if the caller has as many as are allowed.</returns>
    public bool TryTake(string caller)
    {
        if (caller == Caller.Anonymous)
        {
            return true;
        }
        lock (_gate)
        {
            ref var taken = ref CollectionsMarshal.GetValueRefOrAddDefault(_taken, caller, out _);
            if (taken >= _max)
            {
                return false;
            }
            taken++;
            return true;
        }
    }

    /// <summary>Frees one that was taken.</summary>
    public void GiveBack(string caller)
    {
        if (caller == Caller.Anonymous)
        {
            return;
        }
        lock (_gate)
        {
            if (--_taken[caller] == 0)
            {
                _taken.Remove(caller);
            }
        }
    }
}
