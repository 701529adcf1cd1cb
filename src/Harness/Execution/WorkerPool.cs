namespace GatewayBench;

/// <summary>
/// The workers of an open load: made as they are needed, up to the cap, and used again, the one that
/// was idle last first, so that no more connections are open than the load needs. Without locks: a
/// worker that lost its turn on the processor with one in hand would hold up the pacer. Whoever is
/// done gives its worker back; only the pacer takes, makes and closes.
/// </summary>
internal sealed class WorkerPool(RowRun run, int cap) : IDisposable
{
    private readonly ManualResetEventSlim _returned = new();
    private readonly TaskCompletionSource _drained = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>A list from worker to worker. With one taker no other can take and return its head
    /// meanwhile, which is what such lists are prone to.</summary>
    private OpenWorker? _idle;
    private int _made;
    private int _busy;
    private int _closed;

    public int InFlight => Volatile.Read(ref _busy);

    public int PeakInFlight { get; private set; }

    /// <summary>Ends once the pool is closed, every worker is back, and all that they held open is closed.</summary>
    public async Task DrainAsync()
    {
        await _drained.Task;
        var ending = new List<Task>();
        while (Pop() is { } worker)
        {
            worker.Retire();
            ending.Add(worker.Ended);
        }
        await Task.WhenAll(ending);
    }

    /// <summary>Takes an idle worker, or makes one.</summary>
    /// <returns>Null while the cap is reached.</returns>
    public OpenWorker? TryTake()
    {
        var worker = Pop();
        if (worker is null && _made < cap)
        {
            worker = new OpenWorker(run, this, run.NewUser(_made));
            _made++;
        }
        if (worker is null)
        {
            _returned.Reset();
            // One may have come back just before.
            worker = Pop();
        }
        if (worker is not null)
        {
            // Who returns is idle a moment before it is no longer counted.
            var busy = Math.Min(Interlocked.Increment(ref _busy), _made);
            PeakInFlight = Math.Max(PeakInFlight, busy);
        }
        return worker;
    }

    /// <summary>Waits for a worker to come back, but not for long.</summary>
    public void WaitForReturn(TimeSpan most) => _returned.Wait(most);

    public void Return(OpenWorker worker)
    {
        OpenWorker? head;
        do
        {
            head = Volatile.Read(ref _idle);
            worker.NextIdle = head;
        } while (Interlocked.CompareExchange(ref _idle, worker, head) != head);
        Leave();
        if (!_returned.IsSet)
        {
            _returned.Set();
        }
    }

    /// <summary>Counts a worker that will not come back.</summary>
    public void Forget() => Leave();

    /// <summary>Nobody takes workers any more.</summary>
    public void Close()
    {
        Interlocked.Exchange(ref _closed, 1);
        EndIfDrained(Volatile.Read(ref _busy));
    }

    public void Dispose()
    {
        _returned.Dispose();
    }

    private OpenWorker? Pop()
    {
        while (Volatile.Read(ref _idle) is { } head)
        {
            if (Interlocked.CompareExchange(ref _idle, head.NextIdle, head) == head)
            {
                return head;
            }
        }
        return null;
    }

    private void Leave() => EndIfDrained(Interlocked.Decrement(ref _busy));

    private void EndIfDrained(int busy)
    {
        if (busy == 0 && Volatile.Read(ref _closed) == 1)
        {
            _drained.TrySetResult();
        }
    }
}
