namespace GatewayBench;

/// <summary>Measures pair after pair until a comparison has its verdict, or has to end without one.</summary>
/// <param name="meter">Measures each of them.</param>
/// <param name="store">Keeps what there is so far, after every pair: a process that dies loses one at most.</param>
/// <param name="tell">Told likewise.</param>
internal sealed class PairRun(
    IPairMeter meter,
    Action<PairedComparison> store,
    Action<PairedComparison> tell
)
{
    /// <param name="comparison">A new one, or one to be gone on with.</param>
    /// <param name="stop">Ends it before its time: what is there is kept.</param>
    /// <exception cref="TargetStartException">An arm could not be started.</exception>
    /// <exception cref="TargetFaultException">An arm can't go on.</exception>
    public async Task<PairedComparison> RunAsync(
        PairedComparison comparison,
        CancellationToken stop
    )
    {
        comparison = comparison with { Partial = true };
        store(comparison);
        while (!PairedResults.IsOver(comparison) && comparison.Refusal is null)
        {
            try
            {
                var pair = await meter.MeasureAsync(comparison.Pairs.Count + 1, stop);
                comparison = comparison.With(pair);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                // Of a Ctrl-C arms may end as well, which is no fault of theirs.
                return comparison;
            }
            store(comparison);
            tell(comparison);
        }
        comparison = comparison with { Partial = false };
        store(comparison);
        return comparison;
    }
}
