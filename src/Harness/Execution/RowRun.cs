namespace GatewayBench;

/// <summary>What the users of one row share while it runs.</summary>
internal sealed class RowRun : IDisposable
{
    private readonly Row _row;
    private readonly RunOptions _options;
    private readonly CancellationTokenSource _ending;
    private readonly ulong _sessionSalt;
    private readonly ProviderTimes? _providerTimes;
    private long _measuredFrom = long.MaxValue;
    private long _measuredTo = long.MaxValue;
    private Exception? _fault;
    private byte[]? _canned;

    /// <param name="row">What is run.</param>
    /// <param name="client">Sends the requests.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="cancelled">Gives the run up.</param>
    /// <param name="socketClient">Opens WebSockets; only for scenarios that have some.</param>
    public RowRun(
        Row row,
        HttpMessageInvoker client,
        RunOptions options,
        CancellationToken cancelled,
        HttpMessageInvoker? socketClient = null
    )
    {
        (_row, _options) = (row, options);
        (Client, SocketClient, Cancelled) = (client, socketClient, cancelled);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        // The test server runs the gateway on the sender's thread.
        SendingIsShort = row.Target.Info.Transport != "testserver";
        if (row.Target.Provider is { } provider)
        {
            TraceIds = new TraceIds(options.Seed, row.Scenario.Name);
            _providerTimes = new ProviderTimes(provider.Traces, TraceIds, options.Clock);
        }
        Pauses = new Pauses(options.Clock, options.TimeScale);
        Secrets = new SecretTexts(options.Secrets);
        _sessionSalt = SaltOf(row);
        Whole = PartRun.WholeOf(this, row.Scenario, hasSchedule: row.Load is OpenLoad);
    }

    public Scenario Scenario => _row.Scenario;

    public Load Load => _row.Load;

    public HttpMessageInvoker Client { get; }

    public HttpMessageInvoker? SocketClient { get; }

    public TimeProvider Clock => _options.Clock;

    public TimeSpan Timeout => _options.ExchangeTimeout;

    /// <summary>How many of the slowest exchanges are kept.</summary>
    public int Slowest => _options.SlowestExchanges;

    public Pauses Pauses { get; }

    /// <summary>Where users wait between slices; null for a row that is measured in one piece.</summary>
    public Turnstile? Turnstile { get; init; }

    /// <summary>What no sample of an error may show.</summary>
    public SecretTexts Secrets { get; }

    public ulong Seed => _options.Seed;

    /// <summary>What all users draw their prompts from; null for what their scenarios say.</summary>
    public PromptFeed? Prompts => _options.Prompts;

    /// <summary>The run is given up: even exchanges in flight end.</summary>
    public CancellationToken Cancelled { get; }

    /// <summary>Nobody begins anything new; those in flight go on.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Whether sending returns before the target is at work: else it must not be done on the pacer's thread.</summary>
    public bool SendingIsShort { get; }

    /// <summary>Null without a fake provider that could know exchanges by them.</summary>
    public TraceIds? TraceIds { get; }

    /// <summary>The row's scenario, whose parts are the parts of the row.</summary>
    public PartRun Whole { get; }

    public RecorderSet Recorders => Whole.Recorders;

    public ErrorSamples Samples => Whole.Samples;

    /// <summary>The first successful reply as bytes that can be sent again; null before there is one.</summary>
    public byte[]? Canned => Volatile.Read(ref _canned);

    /// <summary>Why the scenario itself can't go on; null while it can.</summary>
    public Exception? Fault => Volatile.Read(ref _fault);

    /// <summary>Hits intended at or after this timestamp end no longer within the measured time.</summary>
    public long MeasuredTo => Volatile.Read(ref _measuredTo);

    public bool Stopped => _ending.IsCancellationRequested;

    public User NewUser(int index) =>
        new(index, _options.Seed, _row.Target.BaseAddress)
        {
            SessionSalt = _sessionSalt,
            Token = Scenario.Token,
        };

    /// <summary>A user's way to do the row's scenario.</summary>
    public IStep NewStep(User user) => Steps.Of(Whole, user);

    /// <summary>Which part of the row a hit of this time belongs to.</summary>
    public HitPhase PhaseOf(long intended) =>
        intended < Volatile.Read(ref _measuredFrom) ? HitPhase.WarmUp : HitPhase.Measured;

    /// <summary>Hits intended from now on, until then, are the row's.</summary>
    public void Measure(long from, long to)
    {
        Volatile.Write(ref _measuredTo, to);
        Volatile.Write(ref _measuredFrom, from);
    }

    /// <summary>Counts an iteration that has ended, and records it if it is one of the measured time.</summary>
    /// <param name="hit">What came of it.</param>
    /// <param name="intended">When the load meant it to start.</param>
    /// <param name="id">Which one it is.</param>
    /// <param name="step">What did it.</param>
    /// <returns>Whether it was.</returns>
    public bool Count(in Hit hit, long intended, in HitId id, IStep step)
    {
        // Asked for in the warm-up too, so that its memory is not charged to the measured time.
        var recorder = Recorders.Mine;
        recorder.Progress(hit);
        var to = MeasuredTo;
        var isMeasured = id.Phase == HitPhase.Measured && intended < to;
        Count(recorder, hit, id, isMeasured, step);
        // The hit's own send may have been moved forward, beyond a pause.
        if (isMeasured && hit.Sent - (hit.Intended - intended) < to)
        {
            recorder.SentInTime++;
        }
        return isMeasured;
    }

    /// <summary>Counts an exchange, or several, with one thread's recorder.</summary>
    /// <param name="recorder">Of what has ended.</param>
    /// <param name="hit">What came of it.</param>
    /// <param name="id">Which one it is.</param>
    /// <param name="isRecorded">Whether it belongs to the figures.</param>
    /// <param name="step">What did it.</param>
    public void Count(Recorder recorder, in Hit hit, in HitId id, bool isRecorded, IStep step)
    {
        var isSuccess = hit.Outcome == Outcome.Success;
        var stream = isSuccess ? step.Stream : null;
        if (isSuccess && hit.Ended >= Volatile.Read(ref _measuredFrom) && hit.Ended < MeasuredTo)
        {
            recorder.SuccessesInTime++;
            recorder.CountTokensInTime(stream);
        }
        recorder.Expect(step.Asked, stream is not null);
        if (!isRecorded)
        {
            return;
        }
        // Now, while the provider still knows of it.
        var visits = recorder.Causes is null ? null : _providerTimes?.Of(hit, id);
        if (recorder.Record(hit) && id.Phase == HitPhase.Measured)
        {
            recorder.Slowest.Keep(new SlowCandidate(hit, id, visits?.Time));
        }
        recorder.RecordCauses(hit, step.Asked, visits, stream?.FirstToken ?? 0);
        if (isSuccess)
        {
            recorder.Metrics.Record(step.Metrics);
            recorder.RecordStream(hit, stream);
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
        Whole.Dispose();
    }

    private static ulong SaltOf(Row row)
    {
        var hash = new StableHash(0);
        hash.Add(row.Scenario.Name);
        hash.Add(row.LoadName);
        return hash.Value;
    }
}
