namespace GatewayBench;

/// <summary>
/// Keeps account of a provider: planned against actual delays, and who asked for what how often.
/// Memory is fixed, whatever clients send.
/// </summary>
internal sealed class RequestAudit(FakeProviderOptions options, RequestArrivals arrivals)
{
    private readonly TimerErrors _firstTokens = new();
    private readonly TimerErrors _tokens = new();
    private readonly BoundedCounts<ulong> _keys = new();
    private readonly BoundedCounts<string> _models = new();
    private readonly Journal? _journal =
        options.JournalRequests > 0 ? new Journal(options.JournalRequests) : null;
    private long _delays;
    private long _plannedTicks;
    private long _actualTicks;

    /// <summary>The delays before first tokens that are over.</summary>
    public DelaySums Delays =>
        new(
            Volatile.Read(ref _delays),
            new TimeSpan(Volatile.Read(ref _plannedTicks)),
            new TimeSpan(Volatile.Read(ref _actualTicks))
        );

    /// <summary>Call it once for each request that got an answer.</summary>
    public void Answered(in AnsweredRequest request)
    {
        _keys.Count(request.Key, request.Status);
        if (request.Model is { } model)
        {
            _models.Count(ShortName.Of(model), request.Status);
        }
        _journal?.Add(request, options.TimeProvider.GetUtcNow());
    }

    /// <summary>Call it when a delay before an answer is over, whatever becomes of the answer.</summary>
    public void FirstTokenWaited(PlannedWait wait)
    {
        _firstTokens.Record(wait);
        Interlocked.Increment(ref _delays);
        Interlocked.Add(ref _plannedTicks, wait.Planned.Ticks);
        Interlocked.Add(ref _actualTicks, wait.Actual.Ticks);
    }

    /// <summary>Call it for each further token of a stream with gaps.</summary>
    public void TokenWaited(PlannedWait wait) => _tokens.Record(wait);

    public ProviderAudit Snapshot() =>
        new()
        {
            FirstTokenTimerError = _firstTokens.Snapshot(),
            TokenTimerError = _tokens.Snapshot(),
            Keys = _keys.Snapshot(Fingerprint),
            Models = _models.Snapshot(model => model),
            RequestsByAttempts = arrivals.RequestsByAttempts(),
            EarlyRetries = arrivals.EarlyRetries,
            WithoutIdentity = arrivals.WithoutIdentity,
            IdentitiesForgotten = arrivals.Evicted,
            Journal = _journal?.Snapshot() ?? [],
        };

    /// <summary>24 bits: enough to tell a few dozen keys apart, and too little to find one by.</summary>
    private static string Fingerprint(ulong key) =>
        (key >> 40).ToString("x6", System.Globalization.CultureInfo.InvariantCulture);
}
