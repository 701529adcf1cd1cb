namespace GatewayBench;

/// <summary>The recorders of one row, one for each thread that ever recorded into it.</summary>
internal sealed class RecorderSet(RecorderShape shape) : IDisposable
{
    private readonly ThreadLocal<Recorder> _recorders = new(
        () => new Recorder(shape),
        trackAllValues: true
    );

    /// <summary>The calling thread's recorder: use it before the next await.</summary>
    public Recorder Mine => _recorders.Value!;

    /// <summary>All recorders so far.</summary>
    public IReadOnlyList<Recorder> All => [.. _recorders.Values];

    /// <summary>Exchanges that ended so far and their service time, the warm-up included.</summary>
    public RowProgress Progress()
    {
        var (ended, ticks) = (0L, 0L);
        foreach (var recorder in _recorders.Values)
        {
            ended += recorder.Ended;
            ticks += recorder.ServiceTicks;
        }
        return new RowProgress(ended, ticks / (double)shape.TimestampFrequency);
    }

    /// <summary>Exact once nobody records any more.</summary>
    public RowCounts Sum()
    {
        var sum = new RowCounts(shape);
        foreach (var recorder in _recorders.Values)
        {
            sum.Add(recorder);
        }
        return sum;
    }

    public void Dispose() => _recorders.Dispose();
}
