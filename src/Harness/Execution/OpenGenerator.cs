namespace GatewayBench;

/// <summary>
/// Hits at intended times. A thread of its own sleeps until the next one is due and hands it to a
/// worker; while all workers are busy it waits, and hits wait inside their latency.
/// </summary>
internal sealed class OpenGenerator : Generator
{
    /// <summary>The longest sleep in one piece: how soon the thread sees a cancellation or a new schedule.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMilliseconds(20);

    /// <summary>Enough for the thread to see the measured schedule before it begins.</summary>
    public static readonly TimeSpan ShortNotice = 2 * LongestSleep;

    private readonly OpenLoad _load;
    private readonly RowRun _run;
    private readonly RunOptions _options;
    private readonly WorkerPool _workers;
    private readonly Thread _thread;
    private readonly long _sleepTicks;
    private IntendedTimes? _measured;
    private long _offered;
    private long _unsent;
    private bool _started;
    private TimeSpan? _pacerCpu;

    public OpenGenerator(OpenLoad load, RowRun run, RunOptions options)
    {
        (_load, _run, _options) = (load, run, options);
        _workers = new WorkerPool(run, load.MaxInFlight);
        _sleepTicks = options.Clock.TicksOf(LongestSleep);
        _thread = new Thread(Pace)
        {
            IsBackground = true,
            Name = "gatewaybench pacer",
            Priority = ThreadPriority.Highest,
        };
    }

    public override int InFlight => _workers.InFlight;

    public override int Users => 1;

    public override TimeSpan Notice => ShortNotice;

    public override GeneratorFigures Figures =>
        new()
        {
            Offered = _offered,
            Unsent = _unsent,
            PeakInFlight = _workers.PeakInFlight,
            PacerCpu = _pacerCpu,
        };

    public override void Start()
    {
        _started = true;
        _thread.Start();
    }

    public override void Measure(long from) =>
        Volatile.Write(
            ref _measured,
            new IntendedTimes(_load.NewPacer(_options.Seed), from, _options.Clock)
        );

    public override Task DrainAsync() => _started ? _workers.DrainAsync() : Task.CompletedTask;

    public override void Dispose() => _workers.Dispose();

    private void Pace()
    {
        try
        {
            using var sleeper = Sleeper.For(_options.Clock);
            if (Volatile.Read(ref _measured) is null)
            {
                var pacer = _load.NewWarmUpPacer(_options.Seed);
                WarmUp(
                    new IntendedTimes(pacer, _options.Clock.GetTimestamp(), _options.Clock),
                    sleeper
                );
            }
            if (Volatile.Read(ref _measured) is { } measured)
            {
                var before = ThreadCpu.Read();
                Send(measured, sleeper);
                _pacerCpu = ThreadCpu.Read() - before;
            }
        }
        catch (Exception e)
        {
            _run.Fail(e);
        }
        finally
        {
            _workers.Close();
        }
    }

    /// <summary>Until the measured schedule is known and begins. What can't be sent is nobody's loss.</summary>
    private void WarmUp(IntendedTimes schedule, ISleeper sleeper)
    {
        var arrival = new HitId(HitPhase.WarmUp, HitId.Anyone, 0);
        while (schedule.TryNext(out var due) && SleepUntil(due, sleeper, IsWarmUpOver))
        {
            _workers.TryTake()?.Send(due, arrival);
            arrival = arrival with { Number = arrival.Number + 1 };
        }
    }

    private void Send(IntendedTimes schedule, ISleeper sleeper)
    {
        while (schedule.TryNext(out var due))
        {
            var isEarly = _run.SendingIsShort && _options.Clock.GetTimestamp() < due;
            var worker = SleepUntil(due, sleeper, IsOver) ? Take() : null;
            if (worker is null)
            {
                CountOverdue(schedule, due);
                return;
            }
            var arrival = new HitId(HitPhase.Measured, HitId.Anyone, _offered++);
            // Who is in time sends the hit from here, which spares it a thread's wake-up; with more
            // of them due already, the pool shares the work.
            if (isEarly)
            {
                worker.SendHere(due, arrival);
            }
            else
            {
                worker.Send(due, arrival);
            }
        }
    }

    /// <returns>Null once waiting hits are given up.</returns>
    private OpenWorker? Take()
    {
        while (!IsGivenUp())
        {
            if (_workers.TryTake() is { } worker)
            {
                return worker;
            }
            _workers.WaitForReturn(LongestSleep);
        }
        return null;
    }

    private bool IsGivenUp()
    {
        var late = _options.Clock.GetTimestamp() - _run.MeasuredTo;
        return _run.Cancelled.IsCancellationRequested
            || _run.Fault is not null
            || late > _options.Clock.TicksOf(_options.DrainCap);
    }

    /// <summary>What was due until now, or until the measured time's end, and won't be sent any more.</summary>
    private void CountOverdue(IntendedTimes schedule, long due)
    {
        var end = Math.Min(_run.MeasuredTo, _options.Clock.GetTimestamp());
        for (var isDue = due < end; isDue; isDue = schedule.TryNext(out due) && due < end)
        {
            _offered++;
            _unsent++;
        }
    }

    /// <returns>Whether the hit is still to be sent when its time has come.</returns>
    private bool SleepUntil(long due, ISleeper sleeper, Func<long, bool> isOver)
    {
        while (!isOver(due))
        {
            var now = _options.Clock.GetTimestamp();
            if (now >= due)
            {
                return true;
            }
            sleeper.SleepUntil(Math.Min(due, now + _sleepTicks));
        }
        return false;
    }

    private bool IsWarmUpOver(long due) =>
        _run.Stopped || Volatile.Read(ref _measured) is { } measured && due >= measured.Origin;

    /// <summary>The end of the measured time may have been moved to before this hit.</summary>
    private bool IsOver(long due) =>
        _run.Cancelled.IsCancellationRequested || due >= _run.MeasuredTo;
}
