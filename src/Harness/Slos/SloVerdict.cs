namespace GatewayBench;

/// <summary>What an SLO comes to.</summary>
internal enum SloVerdict
{
    /// <summary>It was met.</summary>
    Pass,

    /// <summary>It was missed, or can't be judged.</summary>
    Fail,

    /// <summary>It stands on figures that must not be used.</summary>
    Invalid,

    /// <summary>The run's time was scaled, so that it says nothing.</summary>
    NotJudged,
}
