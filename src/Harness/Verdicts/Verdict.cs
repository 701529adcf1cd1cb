namespace GatewayBench;

/// <summary>What paired measurements say of B against A.</summary>
internal enum Verdict
{
    /// <summary>Not enough is known, with all the pairs that were allowed.</summary>
    Inconclusive,

    /// <summary>Worse by more than chance and the metric's tolerance explain.</summary>
    Regressed,

    /// <summary>Better by as much.</summary>
    Improved,

    /// <summary>Any change is smaller than the metric's delta, in both directions.</summary>
    Unchanged,
}
