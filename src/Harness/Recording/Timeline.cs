namespace GatewayBench;

/// <summary>
/// Cuts a row into slices: what the recorders hold now minus what they held at the last cut. Takes
/// no lock and stops nobody; its memory grows with time and not with the number of requests.
/// </summary>
internal sealed class Timeline(RecorderSet recorders, TimeProvider clock)
{
    private readonly List<TimelineSlice> _slices = [];
    private readonly LongHistogram _snapshot = HitHistograms.NewHistogram();
    private LongHistogram _sum = HitHistograms.NewHistogram();
    private LongHistogram _lastSum = HitHistograms.NewHistogram();
    private long[] _lastOutcomes = new long[Outcomes.All.Length];
    private StatusCells? _lastStatuses;
    private long _started;
    private long _lastCut;

    public IReadOnlyList<TimelineSlice> Slices => _slices;

    public void Begin(long started) => (_started, _lastCut) = (started, started);

    /// <summary>Ends a slice now; one without any length is left out.</summary>
    /// <param name="inFlight">Exchanges under way now.</param>
    /// <param name="users">Users that have started; null for an open load.</param>
    public void Cut(int inFlight, int? users)
    {
        var now = clock.GetTimestamp();
        if (now <= _lastCut)
        {
            return;
        }
        var outcomes = new long[Outcomes.All.Length];
        StatusCells? statuses = null;
        _sum.Reset();
        foreach (var recorder in recorders.All)
        {
            recorder.Successes.Latency.CopyInto(_snapshot);
            _sum.Add(_snapshot);
            for (var i = 0; i < outcomes.Length; i++)
            {
                outcomes[i] += recorder.OutcomeCounts[i];
            }
            if (recorder.Statuses is { } failed)
            {
                (statuses ??= new StatusCells()).Add(failed);
            }
        }
        // Now the last sum is turned into what came since, and the sum into the last.
        _sum.CopyInto(_snapshot);
        _snapshot.Subtract(_lastSum);
        (_sum, _lastSum) = (_lastSum, _sum);
        _slices.Add(
            Slice(now, outcomes, inFlight) with
            {
                Users = users,
                Statuses = statuses?.Result(_lastStatuses) ?? [],
            }
        );
        (_lastOutcomes, _lastStatuses, _lastCut) = (outcomes, statuses, now);
    }

    private TimelineSlice Slice(long now, long[] outcomes, int inFlight) =>
        new(
            clock.GetElapsedTime(_started, _lastCut).TotalSeconds,
            clock.GetElapsedTime(_lastCut, now).TotalSeconds,
            _snapshot.TotalCount,
            Outcomes
                .All.Where(outcome => outcome != Outcome.Success)
                .Select(outcome =>
                    (Key: outcome, Value: outcomes[(int)outcome] - _lastOutcomes[(int)outcome])
                )
                .Where(error => error.Value > 0)
                .ToDictionary(error => error.Key, error => error.Value),
            inFlight,
            Microseconds(_snapshot.GetValueAtPercentile(50)),
            Microseconds(_snapshot.GetValueAtPercentile(99)),
            Microseconds(_snapshot.GetMaxValue())
        )
        {
            P95 = Microseconds(_snapshot.GetValueAtPercentile(95)),
        };

    private double? Microseconds(long nanoseconds) =>
        _snapshot.TotalCount > 0 ? nanoseconds / 1e3 : null;
}
