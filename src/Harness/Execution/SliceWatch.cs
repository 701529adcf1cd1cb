namespace GatewayBench;

/// <summary>Cuts a run into slices of hits, service time and compiled methods.</summary>
internal sealed class SliceWatch(ITarget target, RecorderSet recorders, TimeProvider clock)
{
    private long _at = clock.GetTimestamp();
    private RowProgress _progress = recorders.Progress();
    private long _methods;

    /// <returns>What came since the last cut; the compiled methods of the first cut mean nothing.</returns>
    public async ValueTask<Slice> CutAsync()
    {
        // Of this process alone where the target's can't be told: service times then decide.
        var usage = await ProcessUsage.ReadAsync(target) ?? ProcessUsage.Read();
        return Cut(usage.CompiledMethods);
    }

    /// <summary>The same without a look at the compiler.</summary>
    public Slice Cut() => Cut(_methods);

    private Slice Cut(long methods)
    {
        var (now, progress) = (clock.GetTimestamp(), recorders.Progress());
        var made = progress - _progress;
        var slice = new Slice(
            clock.GetElapsedTime(_at, now).TotalSeconds,
            made.Ended,
            made.ServiceSeconds,
            methods - _methods
        );
        (_at, _progress, _methods) = (now, progress, methods);
        return slice;
    }
}
