namespace GatewayBench;

/// <summary>
/// Tells how far a row is, whenever its phase changes and once a second between: from what is cut
/// and counted anyway, so that nobody who sends or records is held up.
/// </summary>
/// <param name="row">What is run.</param>
/// <param name="options">Who is told, by which clock.</param>
/// <param name="number">The row's number, from 1.</param>
/// <param name="rows">How many there are.</param>
internal sealed class LiveFeed(Row row, RunOptions options, int number, int rows)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly Dictionary<Outcome, long> _errors = [];
    private LivePhase _phase;
    private TimeSpan? _total;
    private long _entered;
    private long _told;
    private long _ended;
    private TimeSpan _cpu;
    private int _slices;

    /// <summary>Begins a phase.</summary>
    /// <param name="phase">What comes now.</param>
    /// <param name="run">The row's recorders; null where they don't matter.</param>
    /// <param name="total">How long it takes; null where nobody knows.</param>
    public void Enter(LivePhase phase, RowRun? run = null, TimeSpan? total = null)
    {
        if (options.Live is not { } tell)
        {
            return;
        }
        (_phase, _total) = (phase, total);
        _entered = _told = options.Clock.GetTimestamp();
        _ended = run?.Recorders.Progress().Ended ?? 0;
        _cpu = Environment.CpuUsage.TotalTime;
        tell(Now(_entered));
    }

    /// <summary>Call it often: it tells something once a second.</summary>
    /// <param name="run">The row's recorders.</param>
    /// <param name="generator">Knows what is in flight.</param>
    /// <param name="timeline">What has been measured so far.</param>
    public void Tick(RowRun run, Generator generator, IReadOnlyList<TimelineSlice> timeline)
    {
        var now = options.Clock.GetTimestamp();
        if (options.Live is not { } tell || options.Clock.GetElapsedTime(_told, now) < Interval)
        {
            return;
        }
        var seconds = options.Clock.GetElapsedTime(_told, now).TotalSeconds;
        var (ended, cpu) = (run.Recorders.Progress().Ended, Environment.CpuUsage.TotalTime);
        for (; _slices < timeline.Count; _slices++)
        {
            foreach (var (outcome, count) in timeline[_slices].Errors)
            {
                _errors[outcome] = _errors.GetValueOrDefault(outcome) + count;
            }
        }
        var last = timeline.Count > 0 ? timeline[^1] : null;
        tell(
            Now(now) with
            {
                PerSecond = (ended - _ended) / seconds,
                P50 = Time(last?.P50),
                P99 = Time(last?.P99),
                Errors = new Dictionary<Outcome, long>(_errors),
                InFlight = generator.InFlight,
                CpuCores = (cpu - _cpu).TotalSeconds / seconds,
            }
        );
        (_told, _ended, _cpu) = (now, ended, cpu);
    }

    private LiveProgress Now(long now) =>
        new()
        {
            Row = number,
            Rows = rows,
            Name = row.Scenario.Name,
            Load = row.LoadName,
            Phase = _phase,
            Elapsed = options.Clock.GetElapsedTime(_entered, now),
            Total = _total,
        };

    private static TimeSpan? Time(double? microseconds) =>
        microseconds is { } value ? TimeSpan.FromMicroseconds(value) : null;
}
