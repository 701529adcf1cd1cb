namespace GatewayBench;

/// <summary>
/// A part of an <see cref="ArrivalTable"/> with a lock of its own: sets of a few slots, in each of
/// which the slot that was used longest ago makes room.
/// </summary>
internal sealed class ArrivalStripe(int sets)
{
    private const int SlotsPerSet = 8;
    private readonly Lock _gate = new();
    private readonly ArrivalSlot[] _slots = new ArrivalSlot[sets * SlotsPerSet];
    private uint _uses;
    private long _evicted;

    public static int SetsFor(int keys) => Math.Max(1, keys / SlotsPerSet);

    /// <summary>Keys that were forgotten because others needed their slots.</summary>
    public long Evicted
    {
        get
        {
            lock (_gate)
            {
                return _evicted;
            }
        }
    }

    public Arrival Arrive(ulong key, long now)
    {
        lock (_gate)
        {
            ref var slot = ref SlotOf(key);
            var arrival = new Arrival(slot.Arrivals, now < slot.NotBefore);
            slot.Arrivals++;
            // It has come: the next one is judged by what this one is told.
            slot.NotBefore = long.MinValue;
            return arrival;
        }
    }

    public void TellNotBefore(ulong key, long instant)
    {
        lock (_gate)
        {
            ref var slot = ref SlotOf(key);
            slot.Arrivals = Math.Max(1, slot.Arrivals);
            slot.NotBefore = instant;
        }
    }

    private ref ArrivalSlot SlotOf(ulong key)
    {
        var first = (int)(key % (ulong)sets) * SlotsPerSet;
        var set = _slots.AsSpan(first, SlotsPerSet);
        var oldest = 0;
        for (var i = 0; i < set.Length; i++)
        {
            if (set[i].Arrivals > 0 && set[i].Key == key)
            {
                set[i].LastUsed = _uses++;
                return ref set[i];
            }
            oldest = IsBetterToGiveUp(set[i], set[oldest]) ? i : oldest;
        }
        _evicted += set[oldest].Arrivals > 0 ? 1 : 0;
        set[oldest] = new ArrivalSlot
        {
            Key = key,
            LastUsed = _uses++,
            NotBefore = long.MinValue,
        };
        return ref set[oldest];
    }

    private bool IsBetterToGiveUp(in ArrivalSlot slot, in ArrivalSlot than) =>
        than.Arrivals > 0
        // By age and not by number, because the count of uses goes round.
        && (slot.Arrivals == 0 || _uses - slot.LastUsed > _uses - than.LastUsed);
}
