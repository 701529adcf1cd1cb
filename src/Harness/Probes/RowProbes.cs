namespace GatewayBench;

/// <summary>
/// What is read once a second beside a row's load, on a thread of its own: one of the pool would
/// come late just when the pool has too few.
/// </summary>
/// <param name="clock">The run's.</param>
/// <param name="inFlight">Exchanges of the load client under way.</param>
/// <param name="provider">The row's; null without one.</param>
internal sealed class RowProbes(TimeProvider clock, Func<int> inFlight, FakeProvider? provider)
    : IDisposable
{
    /// <summary>Not until the next reading is due: a clock that a test moves may be there sooner.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>What a wait can be told.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly ManualResetEventSlim _ended = new();
    private readonly ResourceProbe _resources = new(clock, () => ResourceReading.Now(inFlight()));
    private readonly ProviderProbe? _provider = provider is null
        ? null
        : new ProviderProbe(clock, () => provider.Counters);
    private Thread? _thread;

    public IReadOnlyList<ResourceSlice> Resources => _resources.Slices;

    public IReadOnlyList<ProviderSlice> Provider => _provider?.Slices ?? [];

    /// <param name="started">When the measured time begins: now, or in a moment.</param>
    public void Begin(long started)
    {
        _resources.Begin(started);
        _provider?.Begin(started);
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
        _resources.TakeRest();
        _provider?.TakeRest();
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
                _resources.Take();
                _provider?.Take();
                due = DueAfter(now, started, second);
            }
        }
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
