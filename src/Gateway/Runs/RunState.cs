namespace Gateway;

/// <summary>Where a run is in its life, as stored and told.</summary>
internal static class RunState
{
    /// <summary>Waits for its turn, also through a restart of the gateway.</summary>
    public const string Queued = "queued";

    public const string Running = "running";

    public const string Succeeded = "succeeded";

    /// <summary>Ended with an error, which <see cref="Run.Reason"/> names.</summary>
    public const string Failed = "failed";

    /// <summary>Ended because its owner asked for it.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Ended because the gateway did.</summary>
    public const string Interrupted = "interrupted";

    public static bool IsEnd(string state) => state is not (Queued or Running);
}
