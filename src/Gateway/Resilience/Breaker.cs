using Polly.CircuitBreaker;

namespace Gateway;

/// <summary>Stops asking a provider that is in trouble, and lets one call try now and then.</summary>
internal sealed partial class Breaker(string operation, ResilienceOptions options, ILogger log)
{
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
            ShouldHandle = static args =>
                ValueTask.FromResult(
                    args.Outcome.Exception is ProviderException failure
                        && RetryRules.IsOutage(failure)
                ),
            OnOpened = args =>
            {
                LogOpened(operation, args.BreakDuration.TotalSeconds);
                return default;
            },
            OnClosed = _ =>
            {
                LogClosed(operation);
                return default;
            },
        };

    [LoggerMessage(
        LogLevel.Warning,
        "The provider fails too often: no calls ({Operation}) for {Seconds} s."
    )]
    private partial void LogOpened(string operation, double seconds);

    [LoggerMessage(LogLevel.Information, "The provider answers again ({Operation}).")]
    private partial void LogClosed(string operation);
}
