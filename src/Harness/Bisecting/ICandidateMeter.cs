namespace GatewayBench;

/// <summary>Measures commits, two at a time.</summary>
internal interface ICandidateMeter
{
    /// <summary>Pair after pair, for as long as they are asked for; discarded ones are not among them.</summary>
    /// <param name="anchor">What is compared with, measured now and never taken from a store.</param>
    /// <param name="candidate">What is judged.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="CandidateFaultException">The candidate does not build or does not start.</exception>
    /// <exception cref="RevisionBuildException">The anchor does not build.</exception>
    /// <exception cref="TargetStartException">The anchor does not start.</exception>
    /// <exception cref="TargetFaultException">The anchor can't go on.</exception>
    /// <exception cref="MachineFaultException">Too many pairs were lost to the machine.</exception>
    IAsyncEnumerable<CandidatePair> PairsAsync(
        string anchor,
        string candidate,
        CancellationToken stop
    );
}
