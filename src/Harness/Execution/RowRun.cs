namespace GatewayBench;

/// <summary>What the users of one row share while it runs.</summary>
internal sealed class RowRun(
    Row row,
    HttpMessageInvoker client,
    RunOptions options,
    CancellationToken cancelled
) : IDisposable
{
    private readonly CancellationTokenSource _ending =
        CancellationTokenSource.CreateLinkedTokenSource(cancelled);
    private long _measuredFrom = long.MaxValue;
    private long _measuredTo = long.MaxValue;
    private Exception? _fault;
    private byte[]? _canned;

    public Scenario Scenario => row.Scenario;

    public HttpMessageInvoker Client => client;

    public TimeProvider Clock => options.Clock;

    public TimeSpan Timeout => options.ExchangeTimeout;

    /// <summary>The run is given up: even exchanges in flight end.</summary>
    public CancellationToken Cancelled => cancelled;

    /// <summary>Nobody begins anything new; those in flight go on.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>
    /// Whether sending returns before the target is at work. The test server runs the gateway on the
    /// sender's thread, which must then not be the pacer's.
    /// </summary>
    public bool SendingIsShort { get; } = row.Target.Info.Transport != "testserver";

    /// <summary>Null without a fake provider that could know exchanges by them.</summary>
    public TraceIds? TraceIds { get; } =
        row.Target.Provider is null ? null : new(options.Seed, row.Scenario.Name);

    public RecorderSet Recorders { get; } = new(new(options.Clock, row.Scenario, row.Load));

    public ErrorSamples Samples { get; } = new();

    /// <summary>The first successful reply as bytes that can be sent again; null before there is one.</summary>
    public byte[]? Canned => Volatile.Read(ref _canned);

    /// <summary>Why the scenario itself can't go on; null while it can.</summary>
    public Exception? Fault => Volatile.Read(ref _fault);

    /// <summary>Hits intended at or after this timestamp end no longer within the measured time.</summary>
    public long MeasuredTo => Volatile.Read(ref _measuredTo);

    public bool Stopped => _ending.IsCancellationRequested;

    public User NewUser(int index) =>
        new(index, options.Seed, row.Target.BaseAddress)
        {
            Prompts = options.Prompts ?? Scenario.Feed,
            HasMarker = Scenario.HasMarkers,
        };

    /// <summary>Which part of the row a hit of this time belongs to.</summary>
    public HitPhase PhaseOf(long intended) =>
        intended < Volatile.Read(ref _measuredFrom) ? HitPhase.WarmUp : HitPhase.Measured;

    /// <summary>Hits intended from now on, until then, are the row's.</summary>
    public void Measure(long from, long to)
    {
        Volatile.Write(ref _measuredTo, to);
        Volatile.Write(ref _measuredFrom, from);
    }

    /// <summary>Counts an exchange that has ended, and records it if it is one of the measured time.</summary>
    /// <returns>Whether it was.</returns>
    public bool Count(in Hit hit, Exchange exchange)
    {
        // Asked for in the warm-up too, so that its memory is not charged to the measured time.
        var recorder = Recorders.Mine;
        var (from, to) = (Volatile.Read(ref _measuredFrom), MeasuredTo);
        recorder.Progress(hit);
        if (hit.Outcome == Outcome.Success && hit.Ended >= from && hit.Ended < to)
        {
            recorder.SuccessesInTime++;
            recorder.CountTokensInTime(exchange.Stream);
        }
        if (hit.Intended < from || hit.Intended >= to)
        {
            return false;
        }
        recorder.Record(hit);
        if (hit.Outcome == Outcome.Success)
        {
            recorder.Metrics.Record(exchange.Metrics);
            recorder.RecordStream(hit, exchange.Stream);
        }
        if (hit.Sent < to)
        {
            recorder.SentInTime++;
        }
        return true;
    }

    /// <summary>Records a time between two pieces of a stream, if its exchange is one of the measured time.</summary>
    public void CountGap(long intended, long gap)
    {
        if (intended >= Volatile.Read(ref _measuredFrom) && intended < MeasuredTo)
        {
            Recorders.Mine.RecordGap(gap);
        }
    }

    /// <summary>Keeps the first of the row's successful replies; what is left of a stream can't be sent again.</summary>
    public void Keep(Reply reply)
    {
        if (_canned is null && reply.Stream is null)
        {
            Volatile.Write(ref _canned, reply.ToCanned());
        }
    }

    public void Fail(Exception fault)
    {
        Interlocked.CompareExchange(ref _fault, fault, null);
        Stop();
    }

    /// <summary>Ends the measured time, at the latest now.</summary>
    public void Stop()
    {
        var now = Clock.GetTimestamp();
        if (now < MeasuredTo)
        {
            Volatile.Write(ref _measuredTo, now);
        }
        _ending.Cancel();
    }

    public void Dispose()
    {
        _ending.Dispose();
        Recorders.Dispose();
    }
}
