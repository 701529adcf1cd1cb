namespace GatewayBench.Cli;

/// <summary>What scripts rely on.</summary>
internal static class ExitCodes
{
    /// <summary>For help texts.</summary>
    public const string Listed =
        "Exit codes: 0 fine, 1 too many errors or an SLO missed, 2 wrong usage or configuration, "
        + "3 measurement invalid, 4 could not be started or reached, 130 cancelled.";

    public const int Success = 0;

    /// <summary>A row without success or with too many errors, or an SLO missed by figures that may be used.</summary>
    public const int Missed = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>The figures must not be used.</summary>
    public const int Invalid = 3;

    /// <summary>Something could not be started or reached.</summary>
    public const int NotStarted = 4;

    /// <summary>To <c>git bisect run</c>: this commit can't be judged.</summary>
    public const int GitSkip = 125;

    /// <summary>To <c>git bisect run</c>: stop, for no commit's fault. It takes all below for bad, but 0 and 125.</summary>
    public const int GitAbort = 128;

    /// <summary>Ended by Ctrl-C or SIGTERM before its time.</summary>
    public const int Cancelled = 130;
}
