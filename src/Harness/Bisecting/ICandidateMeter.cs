namespace GatewayBench;

/// <summary>Measures commits, two at a time.</summary>
internal interface ICandidateMeter
{
    /// <summary>Pair after pair, for as long as they are asked for; discarded ones are not among them.</summary>
    /// <param name="anchor">What is compared with, measured now and never taken from a store.</param>
    /// <param name="candidate">What is judged.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="CandidateFaultException">The candidate does not build or does not start.</exception>
    /// <exception cref="MachineFaultException">Something else keeps them from being measured.</exception>
    IAsyncEnumerable<CandidatePair> PairsAsync(
        string anchor,
        string candidate,
        CancellationToken stop
    );
}
