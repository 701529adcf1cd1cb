namespace GatewayBench;

/// <summary>What is observed of a row's phases beside its hits.</summary>
internal sealed class MeasuredWindow(
    ITarget target,
    RowRun run,
    Generator generator,
    TimeProvider clock
) : IDisposable
{
    /// <summary>How often <see cref="Advance"/> wants to be called.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan TimelineSlice = TimeSpan.FromSeconds(1);
    private readonly Timeline _timeline = new(run.Recorders, clock);
    private readonly SliceSeries _slices = new();
    private readonly RowProbes _probes = new(
        clock,
        () => generator.InFlight,
        target.Provider,
        (target as IWatchedTarget)?.Watched
    );

    /// <summary>Null where nobody asks, the target is another process, or the clock not that of the pauses.</summary>
    private readonly GcPauseWatch? _pauses =
        run.Slowest > 0 && target.Info.Hosting == "inprocess" && clock == TimeProvider.System
            ? GcPauseWatch.Shared
            : null;
    private readonly int _collections = GC.CollectionCount(0);
    private SliceWatch _watch = new(target, run.Recorders, clock);
    private HostSnapshot? _host;
    private ProcessUsage? _usage;
    private RowProgress _progress;
    private long _prepared;
    private FakeProviderStatistics? _provider;
    private int _cuts;

    /// <summary>When the measured time began.</summary>
    public long From { get; private set; }

    public TimeSpan WarmUp { get; set; }

    /// <summary>Whether the warm-up ended because the target had settled; null without a warm-up.</summary>
    public bool? Settled { get; set; }

    /// <summary>The SLO that ended the measured time early; null where none did.</summary>
    public string? AbortedBy { get; set; }

    public DateTimeOffset StartedAt { get; private set; } = clock.GetUtcNow();

    public TimeSpan Measured { get; private set; }

    public int InFlightAtEnd { get; private set; }

    /// <summary>Exchanges that ended while <see cref="Usage"/> was spent.</summary>
    public long Completed { get; private set; }

    /// <summary>Null where the target's share can't be told.</summary>
    public ProcessUsage? Usage { get; private set; }

    /// <summary>What the machine did beside the load; null before the end.</summary>
    public HostActivity? Host { get; private set; }

    /// <summary>Calls that the provider got per second; null without a provider.</summary>
    public double? ProviderCallsPerSecond { get; private set; }

    /// <summary>By how much the provider's delays missed their plan; null with too few.</summary>
    public double? ProviderTimerErrorP99Microseconds { get; private set; }

    public StageLog Stages { get; } = new(run.Load, run.Recorders);

    public IReadOnlyList<TimelineSlice> Timeline => _timeline.Slices;

    public IReadOnlyList<ResourceSlice> Resources => _probes.Resources;

    /// <inheritdoc cref="RowResult.GatewayResources" />
    public IReadOnlyList<ResourceSlice> GatewayResources => _probes.GatewayResources;

    public IReadOnlyList<ProviderSlice> Provider => _probes.Provider;

    /// <inheritdoc cref="RowResult.Series" />
    public IReadOnlyList<WatchedSeries> Series => _probes.Series(Timeline);

    /// <summary>Of the garbage collector; null where they can't be told of the target.</summary>
    public GcPauseLog? Pauses => _pauses?.Log;

    /// <summary>The measured time in even slices.</summary>
    public IReadOnlyList<Slice> Slices => _slices.All;

    /// <summary>Reads what takes a moment to be read, just before the measured time.</summary>
    public async Task PrepareAsync()
    {
        _usage = await ProcessUsage.ReadAsync(target);
        _host = Snapshot(_usage);
        _prepared = clock.GetTimestamp();
        _provider = target.Provider?.GetStatistics();
        _progress = run.Recorders.Progress();
    }

    /// <param name="from">When the measured time begins: now, or in a moment.</param>
    public void Begin(long from)
    {
        From = from;
        StartedAt = clock.GetUtcNow() + clock.GetElapsedTime(clock.GetTimestamp(), from);
        _timeline.Begin(from);
        _watch = new SliceWatch(target, run.Recorders, clock);
        _probes.Begin(from);
    }

    /// <summary>How long until the next <see cref="Advance"/>: stages are told apart where they end.</summary>
    /// <param name="left">How long is left.</param>
    public TimeSpan NextLook(TimeSpan left)
    {
        var next = left < Tick ? left : Tick;
        // Timers count in milliseconds, and must not fire before the end of the stage.
        return Stages.Left(clock.GetElapsedTime(From)) is { } stage && stage < next
            ? TimeSpan.FromMilliseconds(Math.Ceiling(stage.TotalMilliseconds))
            : next;
    }

    public void Advance()
    {
        Stages.Advance(clock.GetElapsedTime(From));
        _slices.Add(_watch.Cut());
        if (clock.GetElapsedTime(From) >= (_cuts + 1) * TimelineSlice)
        {
            _timeline.Cut(generator.InFlight, generator.StartedUsers);
            _cuts++;
        }
    }

    /// <summary>Call it once the run has stopped.</summary>
    public void End()
    {
        InFlightAtEnd = generator.InFlight;
        _timeline.Cut(InFlightAtEnd, generator.StartedUsers);
        _probes.End();
        ReadProvider();
        Measured = clock.GetElapsedTime(From, run.MeasuredTo);
    }

    /// <summary>What was spent until now, and how many exchanges it was spent on.</summary>
    public async Task ReadUsageAsync()
    {
        Completed = (run.Recorders.Progress() - _progress).Ended;
        var usage = await ProcessUsage.ReadAsync(target);
        Usage = usage - _usage;
        if (Usage is { } used)
        {
            Usage = used with { AllocatedBytes = used.AllocatedBytes - _probes.AllocatedBytes };
        }
        Host = HostActivity.Between(_host!, Snapshot(usage));
        Host = Usage is null ? Host with { OtherProcesses = null } : Host;
    }

    /// <summary>Waits until the pauses so far are known.</summary>
    public Task CatchUpAsync() =>
        _pauses is null || GC.CollectionCount(0) == _collections
            ? Task.CompletedTask
            : Task.Delay(GcPauseWatch.HandingOn);

    public void Dispose() => _probes.Dispose();

    /// <summary>Where the target's own processes are known, they are ours.</summary>
    private HostSnapshot Snapshot(ProcessUsage? usage) =>
        HostSnapshot.Read(clock, (usage ?? ProcessUsage.Read()).Cpu);

    private void ReadProvider()
    {
        if (_provider is { } before && target.Provider?.GetStatistics() is { } now)
        {
            var time = clock.GetElapsedTime(_prepared);
            ProviderCallsPerSecond = (now.ChatRequests - before.ChatRequests) / time.TotalSeconds;
            ProviderTimerErrorP99Microseconds = ProviderTimerError.P99Between(
                before.Audit,
                now.Audit
            );
        }
    }
}
