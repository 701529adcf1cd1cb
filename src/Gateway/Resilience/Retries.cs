using Polly;
using Polly.Retry;

namespace Gateway;

/// <summary>Decides after each failed attempt whether there is another, and when.</summary>
internal sealed class Retries(
    string operation,
    ResilienceOptions options,
    RetryBudget budget,
    Jitter jitter,
    ResilienceMetrics metrics,
    TimeProvider clock
)
{
    private static readonly ResiliencePropertyKey<long> Started = new("started");
    private static readonly ResiliencePropertyKey<TimeSpan> Total = new("total");
    private static readonly ResiliencePropertyKey<TimeSpan> Wait = new("wait");

    private readonly RetryRules _rules = new(options, jitter.Next);
    private readonly TimeSpan _total = TimeSpan.FromSeconds(options.TotalTimeoutSeconds);

    /// <summary>The time that a call has for all its attempts and waits.</summary>
    public static TimeSpan TotalOf(ResilienceContext call) =>
        call.Properties.GetValue(Total, Timeout.InfiniteTimeSpan);

    /// <summary>To be called before a call's first attempt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="within">How long its caller waits, if not for the usual total time.</param>
    public void Begin(ResilienceContext call, TimeSpan? within)
    {
        call.Properties.Set(Total, within < _total ? within.Value : _total);
        call.Properties.Set(Started, clock.GetTimestamp());
        budget.Earn();
    }

    public RetryStrategyOptions Strategy(Breaker breaker) =>
        new()
        {
            MaxRetryAttempts = options.MaxRetries,
            ShouldHandle = args =>
                ValueTask.FromResult(
                    args.Outcome.Exception is ProviderException failure
                        && args.AttemptNumber < options.MaxRetries
                        && RetryRules.MayPass(failure)
                        && TryPlan(args.Context, failure, args.AttemptNumber, breaker)
                ),
            DelayGenerator = static args =>
                ValueTask.FromResult<TimeSpan?>(args.Context.Properties.GetValue(Wait, default)),
        };

    private bool TryPlan(
        ResilienceContext call,
        ProviderException failure,
        int retry,
        Breaker breaker
    )
    {
        var left = TotalOf(call) - clock.GetElapsedTime(call.Properties.GetValue(Started, default));
        var wait = _rules.WaitBefore(retry, failure);
        var obstacle =
            wait is null ? "wait"
            : wait >= left ? "time"
            : breaker.IsOpen ? "breaker"
            : budget.TrySpend() ? null
            : "budget";
        if (obstacle is not null)
        {
            metrics.Forgone(operation, failure, obstacle);
            return false;
        }
        call.Properties.Set(Wait, wait!.Value);
        metrics.Retried(operation, failure, "again");
        return true;
    }
}
