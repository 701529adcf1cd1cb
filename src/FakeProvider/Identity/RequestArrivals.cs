namespace GatewayBench;

/// <summary>
/// Numbers the arrivals of requests: by id and step for their delays, by id, step and prompt for
/// what is said of attempts, because the sub-agents of one request may call side by side.
/// </summary>
internal sealed class RequestArrivals(TimeProvider clock)
{
    private readonly AttemptCounter _attempts = new();
    private Tables _tables = new();
    private long _withoutIdentity;
    private long _earlyRetries;
    private long _evictedBefore;

    /// <summary>
    /// What was forgotten of requests because there was no room: one of these that comes again
    /// counts as new.
    /// </summary>
    public long Evicted => Volatile.Read(ref _evictedBefore) + Volatile.Read(ref _tables).Evicted;

    /// <summary>Arrivals that did not say whose request they are.</summary>
    public long WithoutIdentity => Volatile.Read(ref _withoutIdentity);

    /// <summary>Arrivals before the Retry-After of the last attempt's refusal was over.</summary>
    public long EarlyRetries => Volatile.Read(ref _earlyRetries);

    /// <inheritdoc cref="AttemptCounter.Attempts" />
    public long Attempts => _attempts.Attempts;

    /// <inheritdoc cref="AttemptCounter.FirstAttempts" />
    public long FirstAttempts => _attempts.FirstAttempts;

    /// <inheritdoc cref="AttemptCounter.Requests" />
    public long[] RequestsByAttempts() => _attempts.Requests();

    /// <summary>Counts the arrival of a request; call it once for each, refused or not.</summary>
    /// <param name="id">Whose request it is; null when it doesn't say.</param>
    /// <param name="step">How many messages of an assistant it holds.</param>
    /// <param name="promptHash">Of all its messages.</param>
    public RequestIdentity Arrive(RequestId? id, int step, ulong promptHash)
    {
        var identity = new RequestIdentity
        {
            Id = id ?? default,
            Step = step,
            PromptHash = promptHash,
            Attempt = 1,
        };
        if (!identity.HasIdentity)
        {
            Interlocked.Increment(ref _withoutIdentity);
            return identity;
        }
        var tables = Volatile.Read(ref _tables);
        var now = clock.GetTimestamp();
        var inStep = tables.Steps.Arrive(StepKey(identity).Value, now);
        var attempt = tables.Prompts.Arrive(PromptKey(identity), now);
        _attempts.Count(attempt.Number + 1);
        if (attempt.IsEarly)
        {
            Interlocked.Increment(ref _earlyRetries);
        }
        return identity with
        {
            Ordinal = inStep.Number,
            Attempt = attempt.Number + 1,
            IsEarlyRetry = attempt.IsEarly,
        };
    }

    /// <summary>Notes that a request was refused and told when it may come again.</summary>
    /// <param name="identity">Whose request.</param>
    /// <param name="retryAfter">From now; null when it was not told.</param>
    public void Refused(in RequestIdentity identity, TimeSpan? retryAfter)
    {
        if (identity.HasIdentity && retryAfter is { } after)
        {
            var wait = (long)(after.TotalSeconds * clock.TimestampFrequency);
            Volatile
                .Read(ref _tables)
                .Prompts.TellNotBefore(PromptKey(identity), clock.GetTimestamp() + wait);
        }
    }

    /// <summary>Begins anew: what comes again counts as new. For the next of two loads that are to be alike.</summary>
    public void Forget()
    {
        var forgotten = Interlocked.Exchange(ref _tables, new Tables());
        Interlocked.Add(ref _evictedBefore, forgotten.Evicted);
    }

    private static StableHash StepKey(in RequestIdentity identity)
    {
        var hash = new StableHash(identity.Id.High);
        hash.Add(identity.Id.Low);
        hash.Add((ulong)identity.Step);
        return hash;
    }

    private static ulong PromptKey(in RequestIdentity identity)
    {
        var hash = StepKey(identity);
        hash.Add(identity.PromptHash);
        return hash.Value;
    }

    private sealed class Tables
    {
        public ArrivalTable Steps { get; } = new();

        public ArrivalTable Prompts { get; } = new();

        public long Evicted => Steps.Evicted + Prompts.Evicted;
    }
}
