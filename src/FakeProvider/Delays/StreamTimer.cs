using System.Threading.Tasks.Sources;

namespace GatewayBench;

/// <summary>
/// The waits of one stream, one after the other, without allocating for each. Not for two waits at
/// once; each one must be awaited exactly once.
/// </summary>
internal sealed class StreamTimer(WaitQueue queue)
    : IValueTaskSource,
        IThreadPoolWorkItem,
        IDisposable
{
    // Continuations run where Execute does: on a thread of the pool that belongs to this wait.
    private ManualResetValueTaskSourceCore<bool> _source;
    private CancellationToken _token;
    private CancellationTokenRegistration _registration;
    private bool _isWaiting;
    private bool _isDisposed;

    /// <summary>Whether the wait that the queue has let go of was cut short.</summary>
    internal bool IsCancelled { get; set; }

    /// <summary>When the wait ends, and where it stands in the queue's heap: the queue's own.</summary>
    internal long Due { get; set; }

    internal int HeapIndex { get; set; } = DueHeap.Nowhere;

    /// <summary>Waits until the clock has reached a timestamp; not at all if it has.</summary>
    /// <param name="timestamp">As <see cref="TimeProvider.GetTimestamp"/> counts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled, or the queue
    /// disposed.</exception>
    public ValueTask UntilAsync(long timestamp, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isWaiting)
        {
            throw new InvalidOperationException("The last wait of this timer has not ended.");
        }
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }
        if (queue.HasReached(timestamp))
        {
            return default;
        }
        Watch(cancellationToken);
        _isWaiting = true;
        _source.Reset();
        var version = _source.Version;
        queue.Add(this, timestamp);
        // A cancellation ahead of Add has found nothing to cancel.
        if (cancellationToken.IsCancellationRequested)
        {
            queue.Cancel(this);
        }
        return new(this, version);
    }

    /// <summary>Ends a wait that is under way as if it had been cancelled.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _registration.Unregister();
        queue.Cancel(this);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _source.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.GetResult(short token)
    {
        _isWaiting = false;
        _source.GetResult(token);
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (IsCancelled)
        {
            _source.SetException(new OperationCanceledException(_token));
        }
        else
        {
            _source.SetResult(true);
        }
    }

    // A stream's waits have the same token as a rule, and then one registration does for all.
    private void Watch(CancellationToken token)
    {
        if (token == _token)
        {
            return;
        }
        _registration.Unregister();
        _token = token;
        _registration = token.UnsafeRegister(
            static (state, cancelled) => ((StreamTimer)state!).Cancel(cancelled),
            this
        );
    }

    private void Cancel(CancellationToken cancelled)
    {
        // The callback of an earlier token may come late.
        if (cancelled == _token)
        {
            queue.Cancel(this);
        }
    }
}
