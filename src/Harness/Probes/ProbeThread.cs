namespace GatewayBench;

/// <summary>
/// Reads probes once a second on a thread of its own: one of the pool would come late just when the
/// pool has too few.
/// </summary>
/// <param name="clock">The run's.</param>
/// <param name="probes">What is read, in this order.</param>
internal sealed class ProbeThread(TimeProvider clock, IReadOnlyList<SlicedProbe> probes)
    : IDisposable
{
    /// <summary>Not until the next reading is due: a clock that a test moves may be there sooner.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>What a wait can be told.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly ManualResetEventSlim _ended = new();
    private Thread? _thread;
    private long _allocated;

    /// <summary>Bytes that the readings themselves allocated; known once it has ended.</summary>
    public long AllocatedBytes => Volatile.Read(ref _allocated);

    /// <param name="started">When the measured time begins: now, or in a moment.</param>
    public void Begin(long started)
    {
        foreach (var probe in probes)
        {
            probe.Begin(started);
        }
        _thread = new Thread(() => Watch(started))
        {
            IsBackground = true,
            Name = "gatewaybench probes",
        };
        _thread.Start();
    }

    /// <summary>Reads for the last time; then the slices are whole.</summary>
    public void End()
    {
        Stop();
        foreach (var probe in probes)
        {
            probe.TakeRest();
        }
    }

    public void Dispose()
    {
        Stop();
        _ended.Dispose();
    }

    /// <summary>When the next reading is due; none is made up for.</summary>
    /// <param name="now">Now, which is no time to read any more.</param>
    /// <param name="started">When the measured time began.</param>
    /// <param name="length">Of a slice.</param>
    internal static long DueAfter(long now, long started, long length) =>
        now + length - (now - started) % length;

    private void Stop()
    {
        _ended.Set();
        _thread?.Join();
        _thread = null;
    }

    private void Watch(long started)
    {
        var second = clock.TimestampFrequency;
        var due = started + second;
        while (!_ended.Wait(Left(due)))
        {
            if (clock.GetTimestamp() is var now && now >= due)
            {
                foreach (var probe in probes)
                {
                    probe.Take();
                }
                due = DueAfter(now, started, second);
            }
        }
        Volatile.Write(ref _allocated, GC.GetAllocatedBytesForCurrentThread());
    }

    private TimeSpan Left(long due)
    {
        var left = clock.GetElapsedTime(clock.GetTimestamp(), due);
        return left <= TimeSpan.Zero ? TimeSpan.Zero
            : left < ShortestWait ? ShortestWait
            : left < LookAgain ? left
            : LookAgain;
    }
}
