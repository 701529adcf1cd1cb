namespace GatewayBench;

/// <summary>A binary heap of timers by the time that they are due, which know their place in it.</summary>
internal sealed class DueHeap
{
    public const int Nowhere = -1;

    private StreamTimer[] _timers = new StreamTimer[16];

    public int Count { get; private set; }

    public StreamTimer? First => Count > 0 ? _timers[0] : null;

    public void Add(StreamTimer timer)
    {
        if (Count == _timers.Length)
        {
            Array.Resize(ref _timers, Count * 2);
        }
        Rise(timer, Count++);
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(StreamTimer timer)
    {
        var hole = timer.HeapIndex;
        if (hole == Nowhere)
        {
            return false;
        }
        timer.HeapIndex = Nowhere;
        var last = _timers[--Count];
        _timers[Count] = null!;
        if (last != timer)
        {
            Sink(last, hole);
            Rise(last, last.HeapIndex);
        }
        return true;
    }

    private void Rise(StreamTimer timer, int hole)
    {
        while (hole > 0 && timer.Due < _timers[(hole - 1) / 2].Due)
        {
            Put(_timers[(hole - 1) / 2], hole);
            hole = (hole - 1) / 2;
        }
        Put(timer, hole);
    }

    private void Sink(StreamTimer timer, int hole)
    {
        for (var child = hole * 2 + 1; child < Count; child = hole * 2 + 1)
        {
            if (child + 1 < Count && _timers[child + 1].Due < _timers[child].Due)
            {
                child++;
            }
            if (timer.Due <= _timers[child].Due)
            {
                break;
            }
            Put(_timers[child], hole);
            hole = child;
        }
        Put(timer, hole);
    }

    private void Put(StreamTimer timer, int index)
    {
        _timers[index] = timer;
        timer.HeapIndex = index;
    }
}
