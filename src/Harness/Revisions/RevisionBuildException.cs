namespace GatewayBench;

/// <summary>A commit does not build: its own fault, not that of the machine or of git.</summary>
/// <param name="commit">Its whole hash.</param>
/// <param name="why">What the build said.</param>
/// <param name="inner">Null where nothing was built.</param>
internal sealed class RevisionBuildException(string commit, string why, Exception? inner = null)
    : Exception($"{GatewayInfo.ShortCommit(commit)}: {why}", inner)
{
    /// <summary>The same without the commit.</summary>
    public string Why { get; } = why;
}
