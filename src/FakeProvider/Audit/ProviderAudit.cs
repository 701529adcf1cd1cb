using System.Collections.Frozen;

namespace GatewayBench;

/// <summary>
/// A provider's account of itself since it started: how well it kept the delays it had drawn, and
/// who asked for what how often.
/// </summary>
public sealed record ProviderAudit
{
    /// <summary>How many keys, and how many models, are counted apart: the first that came.</summary>
    public const int MostNames = 64;

    /// <summary>What all further keys or models are called.</summary>
    public const string Other = "other";

    /// <summary>
    /// By how much each request's delay missed its plan, early or late, in microseconds and to 1 %;
    /// at most an hour. Answers without a delay are not in it.
    /// </summary>
    public LongHistogram FirstTokenTimerError { get; init; } = TimerErrors.NewHistogram();

    /// <summary>The same for each token of a stream that had to wait.</summary>
    public LongHistogram TokenTimerError { get; init; } = TimerErrors.NewHistogram();

    /// <summary>
    /// Answers by API key, shown as a fingerprint of 6 hexadecimal digits. Requests without a key
    /// have a fingerprint in common; beyond <see cref="MostNames"/> keys there is <see cref="Other"/>.
    /// </summary>
    public IReadOnlyDictionary<string, AuditCount> Keys { get; init; } =
        FrozenDictionary<string, AuditCount>.Empty;

    /// <summary>Answers by model, of whose name 100 characters count; beyond <see cref="MostNames"/>
    /// models there is <see cref="Other"/>.</summary>
    public IReadOnlyDictionary<string, AuditCount> Models { get; init; } =
        FrozenDictionary<string, AuditCount>.Empty;

    /// <summary>
    /// Requests that made one attempt, two, three, four or more: four figures. An attempt is an
    /// arrival with the same identity, step and prompt; requests without identity are not in it.
    /// </summary>
    public IReadOnlyList<long> RequestsByAttempts { get; init; } = new long[AttemptCounter.Many];

    /// <summary>
    /// Attempts that came before the time was over that the last attempt's refusal had named in its
    /// Retry-After; of requests with identity.
    /// </summary>
    public long EarlyRetries { get; init; }

    /// <summary>Requests that did not say whose they are, and so got their delays by their order.</summary>
    public long WithoutIdentity { get; init; }

    /// <summary>
    /// What was forgotten of earlier requests because there is room for the last 65,536 only. It does
    /// no harm unless one of them comes again: then that counts as a first attempt.
    /// </summary>
    public long IdentitiesForgotten { get; init; }

    /// <summary>The last requests, the oldest first; as many as <see cref="FakeProviderOptions.JournalRequests"/> says.</summary>
    public IReadOnlyList<JournalEntry> Journal { get; init; } = [];
}
