using Polly;
using Polly.CircuitBreaker;

namespace Gateway;

/// <summary>Stops asking a provider that is in trouble, and lets one call try now and then.</summary>
internal sealed partial class Breaker(
    string operation,
    ResilienceOptions options,
    ResilienceMetrics metrics,
    ILogger log
)
{
    // Whether it is by this call that the breaker finds out if the provider is back.
    private static readonly ResiliencePropertyKey<bool> IsTrial = new("trial");

    private readonly CircuitBreakerStateProvider _state = new();

    public CircuitState State => _state.CircuitState;

    public bool IsOpen => State is CircuitState.Open;

    public CircuitBreakerStrategyOptions Strategy() =>
        new()
        {
            FailureRatio = options.BreakerFailureRatio,
            MinimumThroughput = options.BreakerMinAttempts,
            SamplingDuration = TimeSpan.FromSeconds(options.BreakerWindowSeconds),
            BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
            StateProvider = _state,
            ShouldHandle = static args => IsFailure(args.Context, args.Outcome.Exception),
            OnHalfOpened = args =>
            {
                metrics.BreakerChanged(operation, "half_open");
                args.Context.Properties.Set(IsTrial, true);
                return default;
            },
            OnOpened = args =>
            {
                metrics.BreakerChanged(operation, "open");
                LogOpened(operation, args.BreakDuration.TotalSeconds);
                return default;
            },
            OnClosed = _ =>
            {
                metrics.BreakerChanged(operation, "closed");
                LogClosed(operation);
                return default;
            },
        };

    private static ValueTask<bool> IsFailure(ResilienceContext call, Exception? e)
    {
        var isTrial = call.Properties.GetValue(IsTrial, false);
        // The same call may go on as a retry, which is none.
        call.Properties.Set(IsTrial, false);
        return e switch
        {
            ProviderException failure => ValueTask.FromResult(RetryRules.IsOutage(failure)),
            // A caller who left says nothing about the provider. To Polly what is no failure is a
            // success; only an exception from here keeps it from counting either. A trial has to
            // end, though, or there would never be another: the breaker opens again.
            OperationCanceledException left when !isTrial => ValueTask.FromException<bool>(left),
            OperationCanceledException => ValueTask.FromResult(true),
            _ => ValueTask.FromResult(false),
        };
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The provider fails too often: no calls ({Operation}) for {Seconds} s."
    )]
    private partial void LogOpened(string operation, double seconds);

    [LoggerMessage(LogLevel.Information, "The provider answers again ({Operation}).")]
    private partial void LogClosed(string operation);
}
