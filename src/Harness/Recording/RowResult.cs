using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>Everything that one row measured. Histograms hold nanoseconds.</summary>
public sealed record RowResult
{
    /// <summary>The scenario.</summary>
    public required string Name { get; init; }

    /// <summary>When exchanges were meant to start, in words, such as <c>32 users, think 2.00 s</c> or <c>poisson 5,000/s</c>.</summary>
    public required string Load { get; init; }

    /// <summary>Closed-loop users; null for an open load.</summary>
    public required int? Users { get; init; }

    /// <summary>How bytes reached the target.</summary>
    public required string Transport { get; init; }

    /// <summary>Its target's position in <see cref="LoadResult.Targets"/>, from 0; null in results of older versions.</summary>
    public int? Target { get; init; }

    /// <summary>Name of the row that its cost is told beside; null: the run's first.</summary>
    public string? ComparedTo { get; init; }

    /// <summary>When its measured time began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Seconds that were measured: exchanges meant to start in them count.</summary>
    public required double MeasuredSeconds { get; init; }

    /// <summary>Seconds of warm-up before; its exchanges are not in any figure.</summary>
    public required double WarmUpSeconds { get; init; }

    /// <summary>Whether the target settled within the cap of the warm-up; null without a warm-up.</summary>
    public required bool? Settled { get; init; }

    /// <summary>Exchanges in flight when the measured time ended; all were waited for and counted.</summary>
    public required int InFlightAtEnd { get; init; }

    /// <summary>Exchanges that were meant to start in the measured time and ended in success.</summary>
    public required long Successes { get; init; }

    /// <summary>
    /// Successes that ended in the measured time, whenever they began: what throughput is made of.
    /// </summary>
    public required long SuccessesInTime { get; init; }

    /// <summary>Exchanges that failed, by class; classes without any are absent.</summary>
    public required IReadOnlyDictionary<Outcome, long> Errors { get; init; }

    /// <summary>
    /// Exchanges that failed with an answer, by its status; statuses without any are absent. Empty in
    /// results of before it was kept.
    /// </summary>
    public IReadOnlyDictionary<int, long> Statuses { get; init; } = new Dictionary<int, long>();

    /// <summary>The classes that the experiment was out to provoke.</summary>
    public required IReadOnlyList<Outcome> Expected { get; init; }

    /// <summary>Latency of successes, from the intended start to the checked last byte.</summary>
    public required LongHistogram Latency { get; init; }

    /// <summary>Latency of failures.</summary>
    public required LongHistogram FailureLatency { get; init; }

    /// <summary>Service time of successes, from the actual send to the checked last byte.</summary>
    public required LongHistogram ServiceTime { get; init; }

    /// <summary>Service time of failures.</summary>
    public required LongHistogram FailureServiceTime { get; init; }

    /// <summary>From the intended start to the response headers, successes only.</summary>
    public required LongHistogram FirstByte { get; init; }

    /// <summary>What only streams have; null for rows of answers in one piece.</summary>
    public StreamResult? Streams { get; init; }

    /// <summary>What its successes are made of; null of scenarios of several exchanges, whose parts have it, and in merged results.</summary>
    public Breakdown? Breakdown { get; init; }

    /// <summary>What all of its exchanges waited for on average; null where nobody tells, and in merged results.</summary>
    public RowWaits? Waits { get; init; }

    /// <summary>What only an open load has: its schedule and how well it was kept; null for closed loads.</summary>
    public required OpenResult? Open { get; init; }

    /// <summary>The stages of a closed load whose number of users moves, as far as it came; else empty.</summary>
    public IReadOnlyList<StageResult> Stages { get; init; } = [];

    /// <summary>How it recovered from a spike; null of loads without one, and of a baseline too short to have a level.</summary>
    public RecoveryResult? Recovery { get; init; }

    /// <summary>The SLO that ended the row before its time; null where none did.</summary>
    public string? AbortedBy { get; init; }

    /// <summary>The measured time in slices of a second.</summary>
    public required IReadOnlyList<TimelineSlice> Timeline { get; init; }

    /// <summary>The first failure of each class in the measured time, the earliest first.</summary>
    public IReadOnlyList<FirstError> FirstErrors { get; init; } = [];

    /// <summary>
    /// The slowest exchanges, the slowest first; as many as <see cref="RunOptions.SlowestExchanges"/> says.
    /// </summary>
    public IReadOnlyList<SlowHit> Slowest { get; init; } = [];

    /// <summary>What the harness's whole process used, second by second.</summary>
    public IReadOnlyList<ResourceSlice> Resources { get; init; } = [];

    /// <summary>
    /// What the process of a gateway that is hosted as a child used, second by second, as far as it
    /// lived; empty for other hosting, of merged results, and in results of older versions.
    /// </summary>
    public IReadOnlyList<ResourceSlice> GatewayResources { get; init; } = [];

    /// <summary>What the fake provider did, second by second; empty without one.</summary>
    public IReadOnlyList<ProviderSlice> Provider { get; init; } = [];

    /// <summary>What else was watched, slice by slice of <see cref="Timeline"/>; empty in merged results.</summary>
    public IReadOnlyList<WatchedSeries> Series { get; init; } = [];

    /// <summary>What its circuit breakers did; empty where none was seen to change, and in merged results.</summary>
    public IReadOnlyList<BreakerStory> Breakers { get; init; } = [];

    /// <summary>The scenario's own counters, rates and trends.</summary>
    public required IReadOnlyList<MetricResult> Metrics { get; init; }

    /// <summary>Bytes of body read.</summary>
    public required long Bytes { get; init; }

    /// <summary>Times beyond an hour, recorded as an hour; an exchange has up to three.</summary>
    public required long Clamped { get; init; }

    /// <summary>CPU time of client, gateway and provider together per exchange, in microseconds; null where a target elsewhere does not tell its own, and of a merged result.</summary>
    public required double? CpuMicrosecondsPerRequest { get; init; }

    /// <summary>Bytes allocated by client, gateway and provider together per exchange; null likewise, and where the runtime lost count of them.</summary>
    public required double? AllocatedBytesPerRequest { get; init; }

    /// <summary>What the gates judged the row by.</summary>
    public required Trust Trust { get; init; }

    /// <summary>How often each check passed.</summary>
    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>The first failure of each class, redacted.</summary>
    public required IReadOnlyDictionary<Outcome, string> Samples { get; init; }

    /// <summary>
    /// What a scenario of several exchanges is made of, its prelude first; empty for a single exchange.
    /// The row's own figures are then those of whole iterations.
    /// </summary>
    public IReadOnlyList<PartResult> Parts { get; init; } = [];

    /// <summary>How it did by the SLOs of the run; empty without any.</summary>
    public IReadOnlyList<SloResult> Slos { get; init; } = [];

    /// <summary>What gave way; null of rows of less than 8 slices, and of merged results.</summary>
    public Diagnosis? Diagnosis { get; init; }

    /// <summary>
    /// What moved, and what did not, while the load stood still; empty of rows of less than 60 slices
    /// of a steady load, and of merged results.
    /// </summary>
    public IReadOnlyList<DriftResult> Drifts { get; init; } = [];

    /// <summary>How much the target can take; null for loads whose users don't become more, and scaled ones.</summary>
    public CapacityEstimate? Capacity { get; init; }

    /// <summary>Why the figures must not be used; empty when they may be.</summary>
    public required IReadOnlyList<string> Invalid { get; init; }

    /// <summary>Exchanges of the slowest user over those of the median user; null with too few to tell.</summary>
    public double? Fairness => Trust.Fairness;

    /// <summary>Successes and failures together.</summary>
    [JsonIgnore]
    public long Requests => Successes + Errors.Values.Sum();

    /// <summary>Throughput: successes that ended in the measured time, per second.</summary>
    [JsonIgnore]
    public double SuccessesPerSecond => MeasuredSeconds > 0 ? SuccessesInTime / MeasuredSeconds : 0;

    /// <summary>
    /// Tokens per second of the streams that ended well within the measured time; null for rows
    /// without streams.
    /// </summary>
    [JsonIgnore]
    public double? TokensPerSecond =>
        MeasuredSeconds > 0 ? Streams?.TokensInTime / MeasuredSeconds : null;

    /// <summary>Failures of classes that were not expected.</summary>
    [JsonIgnore]
    public long UnexpectedErrors =>
        Errors.Where(error => !Expected.Contains(error.Key)).Sum(error => error.Value);

    /// <summary>A percentile of the latency of successes.</summary>
    /// <param name="percentile">Above 0, below 100.</param>
    /// <returns>Null below the number of samples that the percentile needs.</returns>
    public TimeSpan? LatencyAt(double percentile) => Latency.TimeAt(percentile);

    /// <summary>The longest latency of a success; null without any.</summary>
    [JsonIgnore]
    public TimeSpan? MaxLatency => Latency.MaxTime();
}
