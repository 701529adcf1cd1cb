namespace GatewayBench.Peers;

/// <summary>How a program that measures ends, unless it is 0.</summary>
internal static class ExitCode
{
    /// <summary>A figure is not what it has to be.</summary>
    public const int Missed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>What was measured is not valid.</summary>
    public const int Invalid = 3;

    public const int Cancelled = 130;
}
