namespace GatewayBench;

/// <summary>The exact sum of a row's recorders: histograms add, percentiles never average.</summary>
internal sealed class RowCounts(RecorderShape shape)
{
    private readonly long[] _outcomes = new long[Outcomes.All.Length];

    public HitHistograms Successes { get; } = new();

    public HitHistograms Failures { get; } = new();

    public LongHistogram FirstBytes { get; } = HitHistograms.NewHistogram();

    public LongHistogram ScheduleLag { get; } = HitHistograms.NewHistogram();

    public long[] CheckFailures { get; } = new long[shape.Checks];

    public MetricCells Metrics { get; } = new(shape.Metrics);

    /// <summary>Null without a stream.</summary>
    public StreamCells? Streams { get; private set; }

    public long SuccessesInTime { get; private set; }

    public long SentInTime { get; private set; }

    public long Bytes { get; private set; }

    public long Clamped { get; private set; }

    public long this[Outcome outcome] => _outcomes[(int)outcome];

    public long Total => _outcomes.Sum();

    /// <summary>Replies that a check saw and passed: checks run in order and stop at the first failure.</summary>
    public long CheckPasses(int check) =>
        this[Outcome.Success] + CheckFailures.Skip(check + 1).Sum();

    public void Add(Recorder recorder)
    {
        Successes.Add(recorder.Successes);
        if (recorder.Failures is { } failures)
        {
            Failures.Add(failures);
        }
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
        AddEach(_outcomes, recorder.OutcomeCounts);
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
