namespace GatewayBench;

/// <summary>
/// The recorders of one row, one for each of the threads that record into it at once: what a thread
/// leaves behind when it ends is written on by the next one that comes, because threads of the pool
/// come and go for as long as a row takes.
/// </summary>
internal sealed class RecorderSet : IDisposable
{
    private readonly RecorderShape _shape;
    private readonly ThreadLocal<Recorder> _mine;
    private readonly Lock _gate = new();
    private readonly List<Thread> _writers = [];
    private volatile Recorder[] _all = [];

    public RecorderSet(RecorderShape shape)
    {
        _shape = shape;
        _mine = new ThreadLocal<Recorder>(Take);
    }

    /// <summary>The calling thread's recorder: use it before the next await.</summary>
    public Recorder Mine => _mine.Value!;

    /// <summary>All recorders so far.</summary>
    public IReadOnlyList<Recorder> All => _all;

    /// <summary>Exchanges that ended so far and their service time, the warm-up included.</summary>
    public RowProgress Progress()
    {
        var (ended, ticks) = (0L, 0L);
        foreach (var recorder in _all)
        {
            ended += recorder.Ended;
            ticks += recorder.ServiceTicks;
        }
        return new RowProgress(ended, ticks / (double)_shape.TimestampFrequency);
    }

    /// <summary>Exact once nobody records any more.</summary>
    public RowCounts Sum()
    {
        var sum = new RowCounts(_shape);
        foreach (var recorder in _all)
        {
            sum.Add(recorder);
        }
        return sum;
    }

    public void Dispose() => _mine.Dispose();

    private Recorder Take()
    {
        lock (_gate)
        {
            var free = _writers.FindIndex(writer => !writer.IsAlive);
            if (free >= 0)
            {
                _writers[free] = Thread.CurrentThread;
                return _all[free];
            }
            _writers.Add(Thread.CurrentThread);
            _all = [.. _all, new Recorder(_shape)];
            return _all[^1];
        }
    }
}
