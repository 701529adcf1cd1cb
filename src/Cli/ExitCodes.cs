namespace GatewayBench.Cli;

/// <summary>What scripts rely on.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>Something could not be started or reached.</summary>
    public const int NotStarted = 4;
}
