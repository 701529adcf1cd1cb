using System.Threading.Tasks.Sources;

namespace GatewayBench;

/// <summary>
/// Sends one hit at a time when it is told to. Signalling it costs no allocation:
/// it is its own work item and its own awaitable.
/// </summary>
internal sealed class OpenWorker : IThreadPoolWorkItem, IValueTaskSource<long>
{
    private const long Never = long.MinValue;
    private readonly RowRun _run;
    private readonly WorkerPool _pool;
    private readonly User _user;
    private ManualResetValueTaskSourceCore<long> _signal;
    private long _intended;
    private HitId _id;

    public OpenWorker(RowRun run, WorkerPool pool, User user)
    {
        (_run, _pool, _user) = (run, pool, user);
        Ended = LoopAsync();
    }

    /// <summary>The next of the pool's idle workers, while this is one.</summary>
    public OpenWorker? NextIdle { get; set; }

    /// <summary>Ends after it was retired, with all that it held open closed; never fails.</summary>
    public Task Ended { get; }

    /// <summary>The worker must be idle; it goes back to its pool by itself.</summary>
    public void Send(long intended, HitId id)
    {
        (_intended, _id) = (intended, id);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>The same on the caller's thread, which is held until the hit waits for its answer.</summary>
    public void SendHere(long intended, HitId id)
    {
        _id = id;
        _signal.SetResult(intended);
    }

    /// <summary>Lets a worker end that is idle for good.</summary>
    public void Retire() => _signal.SetResult(Never);

    void IThreadPoolWorkItem.Execute() => _signal.SetResult(_intended);

    private async Task LoopAsync()
    {
        try
        {
            await using var step = _run.NewStep(_user);
            while (await new ValueTask<long>(this, _signal.Version) is var intended and not Never)
            {
                var id = _id;
                _user.Arrive(id);
                var hit = await step.RunAsync(intended, id);
                _run.Count(hit, intended, id, step);
                // Before it is given back: the next hit may be handed to it at once.
                _signal.Reset();
                _pool.Return(this);
            }
        }
        catch (Exception e)
        {
            _run.Fail(e);
            _pool.Forget();
        }
    }

    long IValueTaskSource<long>.GetResult(short token) => _signal.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<long>.GetStatus(short token) => _signal.GetStatus(token);

    void IValueTaskSource<long>.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _signal.OnCompleted(continuation, state, token, flags);
}
