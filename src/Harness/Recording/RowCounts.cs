namespace GatewayBench;

/// <summary>The exact sum of a row's recorders: histograms add, percentiles never average.</summary>
internal sealed class RowCounts(RecorderShape shape)
{
    private readonly long[] _outcomes = new long[Outcomes.All.Length];

    private readonly long[] _firsts = [.. Outcomes.All.Select(_ => long.MaxValue)];

    public HitHistograms Successes { get; } = new();

    public HitHistograms Failures { get; } = new();

    public StatusCells Statuses { get; } = new();

    public LongHistogram FirstBytes { get; } = HitHistograms.NewHistogram();

    public LongHistogram ScheduleLag { get; } = HitHistograms.NewHistogram();

    public long[] CheckFailures { get; } = new long[shape.Checks];

    public MetricCells Metrics { get; } = new(shape.Metrics);

    /// <summary>Null without a stream.</summary>
    public StreamCells? Streams { get; private set; }

    /// <summary>Null where several exchanges are one.</summary>
    public CauseCells? Causes { get; private set; }

    public long SuccessesInTime { get; private set; }

    public long SentInTime { get; private set; }

    public long Bytes { get; private set; }

    public long Clamped { get; private set; }

    public long this[Outcome outcome] => _outcomes[(int)outcome];

    public long Total => _outcomes.Sum();

    /// <summary>Replies that a check saw and passed: checks run in order and stop at the first failure.</summary>
    public long CheckPasses(int check) =>
        this[Outcome.Success] + CheckFailures.Skip(check + 1).Sum();

    /// <summary>Failures by class; classes without any are absent.</summary>
    public Dictionary<Outcome, long> Errors() =>
        Outcomes
            .All.Where(outcome => outcome != Outcome.Success && this[outcome] > 0)
            .ToDictionary(outcome => outcome, outcome => this[outcome]);

    /// <summary>When the first failure of each class was meant to start, as a timestamp.</summary>
    public IEnumerable<(Outcome Outcome, long Intended)> FirstErrors() =>
        Outcomes
            .All.Select(outcome => (outcome, _firsts[(int)outcome]))
            .Where(first => first.Item2 < long.MaxValue);

    /// <returns>Null of a scenario that is no stream.</returns>
    public StreamResult? StreamsOf(Scenario scenario) =>
        scenario.Format is null ? null : (Streams ?? new StreamCells()).Result;

    /// <param name="checks">Those of the scenario that was recorded.</param>
    public CheckResult[] Checks(IReadOnlyList<Check> checks) =>
        [
            .. checks.Select(
                (check, i) =>
                    new CheckResult(check.Name, CheckPasses(i), CheckPasses(i) + CheckFailures[i])
            ),
        ];

    /// <param name="metrics">Those of the scenario that was recorded.</param>
    public MetricResult[] MetricResults(IReadOnlyList<CustomMetric> metrics) =>
        [.. metrics.Select((metric, i) => Metrics.ResultOf(i, metric))];

    public void Add(Recorder recorder)
    {
        Successes.Add(recorder.Successes);
        if (recorder.Failures is { } failures)
        {
            Failures.Add(failures);
        }
        Statuses.Add(recorder.Statuses);
        FirstBytes.Add(recorder.FirstBytes);
        if (recorder.ScheduleLag is { } lag)
        {
            ScheduleLag.Add(lag);
        }
        Metrics.Add(recorder.Metrics);
        if (recorder.Streams is { } streams)
        {
            (Streams ??= new StreamCells()).Add(streams);
        }
        if (recorder.Causes is { } causes)
        {
            (Causes ??= new CauseCells()).Add(causes);
        }
        AddEach(_outcomes, recorder.OutcomeCounts);
        for (var i = 0; i < _firsts.Length; i++)
        {
            _firsts[i] = Math.Min(_firsts[i], recorder.FirstErrors[i]);
        }
        AddEach(CheckFailures, recorder.CheckFailures);
        SuccessesInTime += recorder.SuccessesInTime;
        SentInTime += recorder.SentInTime;
        Bytes += recorder.Bytes;
        Clamped += recorder.Clamped + recorder.Metrics.Clamped;
    }

    private static void AddEach(Span<long> sums, ReadOnlySpan<long> counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            sums[i] += counts[i];
        }
    }
}
