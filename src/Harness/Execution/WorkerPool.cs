namespace GatewayBench;

/// <summary>
/// The workers of an open load: made as they are needed, up to the cap, and used again, the one that
/// was idle last first, so that no more connections are open than the load needs.
/// </summary>
internal sealed class WorkerPool(RowRun run, int cap) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _returned = new();
    private readonly TaskCompletionSource _drained = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly Stack<OpenWorker> _idle = new();
    private int _made;
    private int _lost;
    private bool _closed;

    public int InFlight
    {
        get
        {
            lock (_gate)
            {
                return Busy;
            }
        }
    }

    public int PeakInFlight { get; private set; }

    /// <summary>Ends once the pool is closed and every worker is back.</summary>
    public Task Drained => _drained.Task;

    private int Busy => _made - _idle.Count - _lost;

    /// <summary>Takes an idle worker, or makes one.</summary>
    /// <returns>Null while the cap is reached.</returns>
    public OpenWorker? TryTake()
    {
        lock (_gate)
        {
            if (!_idle.TryPop(out var worker))
            {
                if (_made == cap)
                {
                    _returned.Reset();
                    return null;
                }
                worker = new OpenWorker(run, this, run.NewUser(_made));
                _made++;
            }
            PeakInFlight = Math.Max(PeakInFlight, Busy);
            return worker;
        }
    }

    /// <summary>Waits for a worker to come back, but not for long.</summary>
    public void WaitForReturn(TimeSpan most) => _returned.Wait(most);

    public void Return(OpenWorker worker)
    {
        lock (_gate)
        {
            _idle.Push(worker);
            EndIfDrained();
        }
        if (!_returned.IsSet)
        {
            _returned.Set();
        }
    }

    /// <summary>Counts a worker that will not come back.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _lost++;
            EndIfDrained();
        }
    }

    /// <summary>Nobody takes workers any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            EndIfDrained();
        }
    }

    public void Dispose()
    {
        foreach (var worker in _idle)
        {
            worker.Retire();
        }
    }

    private void EndIfDrained()
    {
        if (_closed && Busy == 0)
        {
            _drained.TrySetResult();
        }
    }
}
