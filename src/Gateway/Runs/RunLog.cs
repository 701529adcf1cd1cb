using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Gateway;

/// <summary>
/// What happened in a run: the latest events, for any number of readers, who come when they like and
/// follow it to its end.
/// </summary>
internal sealed class RunLog(int capacity)
{
    private readonly Lock _gate = new();

    // Event n is at (n - 1) % capacity.
    private readonly List<RunEvent> _events = [];
    private TaskCompletionSource _changed = NewSignal();
    private long _last;
    private bool _closed;

    public void Append(string type, string data)
    {
        lock (_gate)
        {
            var happened = new RunEvent(++_last, type, data);
            if (_events.Count < capacity)
            {
                _events.Add(happened);
            }
            else
            {
                _events[SlotOf(_last)] = happened;
            }
        }
        Signal();
    }

    /// <summary>Nothing more will happen.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
        Signal();
    }

    /// <summary>
    /// Events later than the one with this number, first those that were, then those that come. Where
    /// some are not kept any more, a <see cref="RunEvent.Gap"/> says so.
    /// </summary>
    public async IAsyncEnumerable<RunEvent> ReadAsync(
        long after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var (batch, changed, closed) = Look(after);
            foreach (var happened in batch)
            {
                yield return happened;
                after = happened.Id;
            }
            if (closed)
            {
                yield break;
            }
            await changed.WaitAsync(cancellationToken);
        }
    }

    private (List<RunEvent> Batch, Task Changed, bool Closed) Look(long after)
    {
        lock (_gate)
        {
            var batch = new List<RunEvent>();
            var oldest = _last - _events.Count + 1;
            if (after + 1 < oldest)
            {
                batch.Add(GapUntil(oldest, oldest - 1 - after));
                after = oldest - 1;
            }
            while (after < _last)
            {
                batch.Add(_events[SlotOf(++after)]);
            }
            return (batch, _changed.Task, _closed);
        }
    }

    private static RunEvent GapUntil(long oldest, long missed) =>
        new(
            oldest - 1,
            RunEvent.Gap,
            JsonSerializer.Serialize(new RunGap(missed), GatewayJsonContext.Default.RunGap)
        );

    private int SlotOf(long id) => (int)((id - 1) % capacity);

    private void Signal()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = NewSignal();
        }
        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
