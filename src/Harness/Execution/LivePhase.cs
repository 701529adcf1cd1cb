namespace GatewayBench;

/// <summary>What a row is at.</summary>
public enum LivePhase
{
    /// <summary>The target is started, and answers one checked exchange.</summary>
    Starting,

    /// <summary>Client or provider alone are loaded.</summary>
    Calibrating,

    /// <summary>The load runs until the target has settled.</summary>
    WarmUp,

    /// <summary>What is meant to start now counts.</summary>
    Measuring,

    /// <summary>What is in flight is waited for.</summary>
    Draining,
}
