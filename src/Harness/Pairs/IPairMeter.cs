namespace GatewayBench;

/// <summary>Measures pairs, one by one.</summary>
internal interface IPairMeter
{
    /// <param name="number">From 1; draws depend on it.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="TargetStartException">An arm could not be started.</exception>
    /// <exception cref="TargetFaultException">An arm can't go on.</exception>
    Task<Pair> MeasureAsync(int number, CancellationToken stop);
}
