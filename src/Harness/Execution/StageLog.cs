namespace GatewayBench;

/// <summary>Tells the stages of a closed load apart: what the recorders hold where one ends is kept.</summary>
/// <param name="load">Whose stages; of others there is nothing to tell.</param>
/// <param name="recorders">The row's.</param>
internal sealed class StageLog(Load load, RecorderSet recorders)
{
    private readonly StageSpan[] _spans = StageSpan.Of(load);
    private readonly List<CountsSoFar> _ends = [];

    /// <summary>How long the stage goes on; null of the last one, which ends with the run.</summary>
    /// <param name="elapsed">Of the measured time.</param>
    public TimeSpan? Left(TimeSpan elapsed) =>
        _ends.Count < _spans.Length - 1 ? _spans[_ends.Count].To - elapsed : null;

    /// <summary>Call it where a stage may have ended.</summary>
    /// <param name="elapsed">Of the measured time.</param>
    public void Advance(TimeSpan elapsed)
    {
        while (Left(elapsed) <= TimeSpan.Zero)
        {
            _ends.Add(CountsSoFar.Of(recorders));
        }
    }

    /// <summary>The stage that is on, by what has ended of it.</summary>
    /// <returns>Null of a load without stages.</returns>
    public StageResult? Current(CountsSoFar now, TimeSpan elapsed) =>
        _spans.Length == 0 ? null : Result(_ends.Count, now, elapsed);

    /// <summary>Once nobody records any more.</summary>
    /// <param name="measured">The whole measured time.</param>
    /// <returns>All of them; those that it did not come to are empty.</returns>
    public StageResult[] Results(TimeSpan measured) =>
        _spans.Length == 0 ? [] : AllOf(CountsSoFar.Of(recorders), measured);

    private StageResult[] AllOf(CountsSoFar last, TimeSpan measured)
    {
        while (_ends.Count < _spans.Length)
        {
            _ends.Add(last);
        }
        return [.. _ends.Select((end, i) => Result(i, end, measured))];
    }

    private StageResult Result(int stage, CountsSoFar end, TimeSpan measured)
    {
        var span = _spans[stage];
        var to = span.To < measured ? span.To : measured;
        var seconds = Math.Max(0, (to - span.From).TotalSeconds);
        return end.Since(stage > 0 ? _ends[stage - 1] : null, span, seconds);
    }
}
