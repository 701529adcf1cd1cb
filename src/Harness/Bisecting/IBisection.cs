namespace GatewayBench;

/// <summary>Halves the commits between a good one and a bad one.</summary>
internal interface IBisection
{
    /// <param name="good">The last commit known to be good: an ancestor of the bad one.</param>
    /// <param name="bad">The first one known to be bad.</param>
    /// <param name="stop">Gives up.</param>
    Task<BisectPosition> StartAsync(string good, string bad, CancellationToken stop);

    /// <param name="commit">The last position's candidate.</param>
    /// <param name="mark">What it was found to be.</param>
    /// <param name="stop">Gives up.</param>
    Task<BisectPosition> MarkAsync(string commit, BisectMark mark, CancellationToken stop);

    /// <summary>What reports tell of a commit.</summary>
    Task<Commit> ReadAsync(string commit, CancellationToken stop);
}
