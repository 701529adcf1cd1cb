namespace GatewayBench;

/// <summary>The recorders of one row, one for each thread that ever recorded into it.</summary>
internal sealed class RecorderSet(long timestampFrequency, int checks) : IDisposable
{
    private readonly ThreadLocal<Recorder> _recorders = new(
        () => new Recorder(timestampFrequency, checks),
        trackAllValues: true
    );

    /// <summary>The calling thread's recorder: use it before the next await.</summary>
    public Recorder Mine => _recorders.Value!;

    public RowCounts Sum()
    {
        var sum = new RowCounts(checks);
        foreach (var recorder in _recorders.Values)
        {
            sum.Add(recorder);
        }
        return sum;
    }

    public void Dispose() => _recorders.Dispose();
}
