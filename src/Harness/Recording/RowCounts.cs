namespace GatewayBench;

/// <summary>The exact sum of a row's recorders: histograms add, percentiles never average.</summary>
internal sealed class RowCounts(int checks)
{
    private readonly long[] _outcomes = new long[Outcomes.All.Length];

    public LongHistogram Successes { get; } = Recorder.NewHistogram();

    public LongHistogram Failures { get; } = Recorder.NewHistogram();

    public LongHistogram FirstBytes { get; } = Recorder.NewHistogram();

    public long[] CheckFailures { get; } = new long[checks];

    public long SuccessesInTime { get; private set; }

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
        Failures.Add(recorder.Failures);
        FirstBytes.Add(recorder.FirstBytes);
        AddEach(_outcomes, recorder.OutcomeCounts);
        AddEach(CheckFailures, recorder.CheckFailures);
        SuccessesInTime += recorder.SuccessesInTime;
        Bytes += recorder.Bytes;
        Clamped += recorder.Clamped;
    }

    private static void AddEach(Span<long> sums, ReadOnlySpan<long> counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            sums[i] += counts[i];
        }
    }
}
