namespace GatewayBench;

/// <summary>What a step says of its candidate, in git's words.</summary>
internal enum BisectMark
{
    /// <summary>As the good commit.</summary>
    Good,

    /// <summary>As the bad one.</summary>
    Bad,

    /// <summary>It can't be told.</summary>
    Skip,
}
