namespace GatewayBench;

/// <summary>
/// What a row's recorders held at a moment: cumulative, so that a stage is what there is at its end
/// minus what there was at its start. Nobody who records is held up or does anything for it.
/// </summary>
internal sealed class CountsSoFar
{
    private readonly long[] _outcomes = new long[Outcomes.All.Length];
    private readonly LongHistogram _latency = HitHistograms.NewHistogram();
    private readonly LongHistogram _serviceTime = HitHistograms.NewHistogram();
    private StreamResult? _streams;
    private long _successesInTime;

    public static CountsSoFar Of(RecorderSet recorders)
    {
        var (sum, scratch) = (new CountsSoFar(), HitHistograms.NewHistogram());
        foreach (var recorder in recorders.All)
        {
            for (var i = 0; i < sum._outcomes.Length; i++)
            {
                sum._outcomes[i] += recorder.OutcomeCounts[i];
            }
            sum._successesInTime += recorder.SuccessesInTime;
            Add(sum._latency, recorder.Successes.Latency);
            Add(sum._serviceTime, recorder.Successes.ServiceTime);
            if (recorder.Streams is { } streams)
            {
                sum._streams = Sums.Of([sum._streams, Copy(streams)]);
            }
        }
        return sum;

        // By a copy: a histogram that is being written has no total to go by.
        void Add(LongHistogram total, LongHistogram one)
        {
            one.CopyInto(scratch);
            total.Add(scratch);
        }
    }

    /// <summary>What came since, as a stage.</summary>
    /// <param name="before">What there was when it began; null for nothing.</param>
    /// <param name="span">Which stage.</param>
    /// <param name="seconds">How long it took.</param>
    public StageResult Since(CountsSoFar? before, StageSpan span, double seconds)
    {
        long Count(Outcome outcome) =>
            _outcomes[(int)outcome] - (before?._outcomes[(int)outcome] ?? 0);
        return new StageResult
        {
            Name = span.Name,
            From = span.From.TotalSeconds,
            Seconds = seconds,
            FromUsers = span.FromUsers,
            ToUsers = span.ToUsers,
            Successes = Count(Outcome.Success),
            SuccessesInTime = _successesInTime - (before?._successesInTime ?? 0),
            Errors = Outcomes
                .All.Where(outcome => outcome != Outcome.Success && Count(outcome) > 0)
                .ToDictionary(outcome => outcome, Count),
            Latency = Minus(_latency, before?._latency),
            ServiceTime = Minus(_serviceTime, before?._serviceTime),
            Streams = Minus(_streams, before?._streams),
        };
    }

    private static StreamResult Copy(StreamCells cells)
    {
        var (first, gaps) = (HitHistograms.NewHistogram(), HitHistograms.NewHistogram());
        cells.FirstTokens.CopyInto(first);
        cells.Gaps.CopyInto(gaps);
        return cells.Result with { TimeToFirstToken = first, TokenGaps = gaps };
    }

    private static LongHistogram Minus(LongHistogram now, LongHistogram? before)
    {
        var made = now.Copy();
        if (before is not null)
        {
            made.Subtract(before);
        }
        return made;
    }

    private static StreamResult? Minus(StreamResult? now, StreamResult? before) =>
        now is null || before is null
            ? now
            : new StreamResult(
                Minus(now.TimeToFirstToken, before.TimeToFirstToken),
                Minus(now.TokenGaps, before.TokenGaps),
                now.Turns - before.Turns,
                now.TurnsWithUsage - before.TurnsWithUsage,
                now.Tokens - before.Tokens,
                now.TokensInTime - before.TokensInTime,
                now.Pieces - before.Pieces
            );
}
