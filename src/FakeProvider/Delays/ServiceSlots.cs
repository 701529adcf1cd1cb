using System.Threading.RateLimiting;

namespace GatewayBench;

/// <summary>
/// A finite number of requests in service; others wait, first come, first served. A provider without
/// a limit has none of these.
/// </summary>
internal sealed class ServiceSlots : IDisposable
{
    private readonly int _slots;
    private readonly ConcurrencyLimiter _limiter;

    /// <param name="slots">How many requests are served at once: at least 1.</param>
    /// <param name="mostWaiting">How many may wait, from 0; null for any number.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public ServiceSlots(int slots, int? mostWaiting)
    {
        if (slots < 1)
        {
            throw InvalidOption.Exception(nameof(slots), slots, $"1 to {int.MaxValue}");
        }
        if (mostWaiting < 0)
        {
            throw InvalidOption.Exception(
                nameof(mostWaiting),
                mostWaiting,
                $"0 to {int.MaxValue}, or null for any number"
            );
        }
        _slots = slots;
        _limiter = new(
            new()
            {
                PermitLimit = slots,
                QueueLimit = mostWaiting ?? int.MaxValue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );
    }

    /// <summary>How many are in service and waiting now, and how many were refused until now.</summary>
    public ServiceSlotCounts Counts
    {
        get
        {
            var statistics = _limiter.GetStatistics()!;
            return new(
                (int)(_slots - statistics.CurrentAvailablePermits),
                (int)statistics.CurrentQueuedCount,
                statistics.TotalFailedLeases
            );
        }
    }

    /// <summary>Takes a slot, or waits for one.</summary>
    /// <returns>The slot, to be disposed when the request has been served; without one
    /// (<see cref="RateLimitLease.IsAcquired"/> is false) if too many wait already.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken) =>
        _limiter.AcquireAsync(permitCount: 1, cancellationToken);

    /// <summary>Refuses all who wait.</summary>
    public void Dispose() => _limiter.Dispose();
}
