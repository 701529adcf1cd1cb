namespace GatewayBench;

/// <summary>A target of which there is more to be seen than its answers.</summary>
internal interface IWatchedTarget
{
    /// <summary>Valid once started.</summary>
    WatchedSources Watched { get; }
}
