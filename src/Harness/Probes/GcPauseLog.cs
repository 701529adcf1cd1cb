namespace GatewayBench;

/// <summary>When the garbage collector last held this process up. Memory is fixed.</summary>
/// <param name="clock">Whose timestamps.</param>
/// <param name="length">How many pauses are kept.</param>
internal sealed class GcPauseLog(TimeProvider clock, int length = GcPauseLog.DefaultLength)
{
    /// <summary>At 20 a second those of 13 minutes, in 256 KB.</summary>
    public const int DefaultLength = 16_384;

    private readonly Lock _gate = new();
    private readonly (long From, long To)[] _pauses = new (long, long)[length];
    private long _added;

    /// <summary>Adds a pause, later than all before.</summary>
    public void Add(long from, long to)
    {
        lock (_gate)
        {
            _pauses[_added++ % length] = (from, to);
        }
    }

    /// <summary>How much of a stretch of time was paused.</summary>
    /// <returns>Null if some of its pauses may have been overwritten.</returns>
    public TimeSpan? Between(long from, long to)
    {
        lock (_gate)
        {
            if (_added > length && _pauses[_added % length].From > from)
            {
                return null;
            }
            var paused = 0L;
            foreach (var pause in _pauses.AsSpan(0, (int)Math.Min(_added, length)))
            {
                paused += Math.Max(0, Math.Min(pause.To, to) - Math.Max(pause.From, from));
            }
            return clock.GetElapsedTime(0, paused);
        }
    }
}
