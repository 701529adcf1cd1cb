namespace GatewayBench;

/// <summary>How many requests are in service at once, up to a limit. Not thread-safe.</summary>
internal sealed class Crowd(int limit)
{
    private int _present;

    public bool IsFull => _present == limit;

    public void Enter() => _present++;

    public void Leave() => _present--;

    /// <summary>Null when there is room for one more.</summary>
    public RateLimitRefusal? Refusal() =>
        IsFull
            ? new RateLimitRefusal(
                RefusalReason.Concurrency,
                RateLimitUnit.Requests,
                limit,
                _present,
                Requested: 1
            )
            : null;
}
