namespace GatewayBench;

/// <summary>
/// The child's end of what is watched of it: by the code that watches a gateway in process, on a
/// thread of its own, so that a gateway that has starved the pool is read all the same.
/// </summary>
/// <param name="tell">Takes each slice, with the number of what it belongs to.</param>
internal sealed class ChildWatch(Action<long, ToldSlice> tell) : IDisposable
{
    private static readonly TimeProvider Clock = TimeProvider.System;
    private ProbeThread? _thread;

    /// <summary>Bytes that the readings themselves allocated, as far as they have ended.</summary>
    public long AllocatedBytes { get; private set; }

    /// <param name="sources">What is read.</param>
    /// <param name="number">By which it is told.</param>
    /// <param name="started">When the measured time begins.</param>
    public void Begin(IReadOnlyList<ISeriesSource> sources, long number, long started)
    {
        End();
        var probe = new TellingProbe(Clock, sources, slice => tell(number, slice));
        _thread = new ProbeThread(Clock, [probe]);
        _thread.Begin(started);
    }

    /// <summary>Reads for the last time; it is told when this returns.</summary>
    public void End()
    {
        if (_thread is { } thread)
        {
            thread.End();
            AllocatedBytes += thread.AllocatedBytes;
            thread.Dispose();
            _thread = null;
        }
    }

    public void Dispose() => _thread?.Dispose();
}
