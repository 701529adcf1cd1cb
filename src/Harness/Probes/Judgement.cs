namespace GatewayBench;

/// <summary>What a figure means for measurements on this machine.</summary>
internal enum Judgement
{
    /// <summary>It can't be read here.</summary>
    Unknown,

    /// <summary>Nothing to do.</summary>
    Ok,

    /// <summary>Figures suffer, or are not those of a shipped gateway.</summary>
    Warn,

    /// <summary>Figures would be worth nothing.</summary>
    Bad,
}
