namespace GatewayBench;

/// <summary>
/// Lets the users of a closed loop work in slices: while it is closed, each of them waits ahead of
/// its next iteration, with its connection and all that it remembers. Open at first.
/// </summary>
/// <param name="users">How many there are.</param>
/// <param name="clock">What work is timed by.</param>
internal sealed class Turnstile(int users, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _opening;
    private TaskCompletionSource _arrived = NewSource();
    private long _opened = clock.GetTimestamp();
    private long _worked;
    private int _waiting;

    public bool IsOpen => Volatile.Read(ref _opening) is null;

    /// <summary>Lets everybody go on.</summary>
    public void Open()
    {
        TaskCompletionSource? opening;
        lock (_gate)
        {
            opening = _opening;
            (_opening, _arrived, _worked, _waiting) = (null, NewSource(), 0, 0);
            _opened = clock.GetTimestamp();
        }
        opening?.SetResult();
    }

    /// <summary>Stops each user where its iteration ends, and waits until all are there.</summary>
    /// <param name="cancelled">Gives up.</param>
    /// <returns>
    /// How long a user was at work since it was opened, on average: whoever has to wait for the end of
    /// somebody else's long iteration does not work meanwhile.
    /// </returns>
    public async Task<TimeSpan> CloseAsync(CancellationToken cancelled)
    {
        Task arrived;
        lock (_gate)
        {
            _opening ??= NewSource();
            arrived = _arrived.Task;
        }
        await arrived.WaitAsync(cancelled);
        return clock.GetElapsedTime(0, _worked) / users;
    }

    /// <summary>A user's way past it: at once while it is open.</summary>
    /// <param name="ending">Nobody needs to wait any more.</param>
    public async Task PassAsync(CancellationToken ending)
    {
        Task opening;
        lock (_gate)
        {
            if (_opening is null)
            {
                return;
            }
            opening = _opening.Task;
            _worked += clock.GetTimestamp() - _opened;
            _waiting++;
            if (_waiting == users)
            {
                _arrived.SetResult();
            }
        }
        await opening.WaitAsync(ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static TaskCompletionSource NewSource() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
