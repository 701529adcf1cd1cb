namespace GatewayBench;

/// <summary>The record of one exchange, or of an iteration of several. Times are timestamps of the run's clock.</summary>
/// <param name="Intended">When the load meant it to start; latency counts from here.</param>
/// <param name="Sent">When it was sent; service time counts from here.</param>
/// <param name="FirstByte">When the headers had arrived; 0 if they never did.</param>
/// <param name="Ended">When the whole body had been read and checked, or the failure was known.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Bytes">Bytes of body read.</param>
/// <param name="FailedCheck">The position of the check that failed, or -1.</param>
/// <param name="Status">Of the answer; 0 if none came.</param>
internal readonly record struct Hit(
    long Intended,
    long Sent,
    long FirstByte,
    long Ended,
    Outcome Outcome,
    long Bytes,
    int FailedCheck = -1,
    int Status = 0
);
