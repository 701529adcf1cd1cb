using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Gateway;

/// <summary>
/// Makes calls of one kind to the provider: within a total time, again after failures that may pass,
/// with the next key where one is refused, and not at all while the circuit breaker is open.
/// </summary>
internal sealed partial class ProviderCalls
{
    private readonly KeyRing _keys;
    private readonly RetryBudget _budget;
    private readonly Retries _retries;
    private readonly Breaker _breaker;
    private readonly ResilienceMetrics _metrics;
    private readonly ILogger _log;
    private readonly ResiliencePipeline _pipeline;

    /// <param name="operation">The kind, by OpenTelemetry's names: <c>chat</c>, <c>embeddings</c>.</param>
    /// <param name="keys">How many keys there are.</param>
    /// <param name="options">How often, how long.</param>
    /// <param name="jitter">Where waits get their randomness.</param>
    /// <param name="metrics">Where it is counted.</param>
    /// <param name="clock">Measures waits and times.</param>
    /// <param name="log">Told of the breaker and of keys, which it knows by their places.</param>
    public ProviderCalls(
        string operation,
        int keys,
        ResilienceOptions options,
        Jitter jitter,
        ResilienceMetrics metrics,
        TimeProvider clock,
        ILogger<ProviderCalls> log
    )
    {
        Operation = operation;
        _keys = new(keys, options, clock);
        _budget = new(options.MaxAmplification, options.MaxSavedRetries);
        _retries = new(operation, options, _budget, jitter, metrics, clock);
        _breaker = new(operation, options, metrics, log);
        _metrics = metrics;
        _log = log;
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(
            new TimeoutStrategyOptions
            {
                TimeoutGenerator = static args =>
                    ValueTask.FromResult(Retries.TotalOf(args.Context)),
            }
        );
        if (options.MaxRetries > 0)
        {
            pipeline.AddRetry(_retries.Strategy(_breaker));
        }
        _pipeline = pipeline.AddCircuitBreaker(_breaker.Strategy()).Build();
        metrics.Watch(this);
    }

    public string Operation { get; }

    public CircuitState BreakerState => _breaker.State;

    public int KeysSetAside => _keys.SetAsideCount;

    /// <param name="attempt">
    /// One attempt with the key of that place. Its token ends with the total time, and is worth nothing
    /// once the attempt is over.
    /// </param>
    /// <param name="cancellationToken">Ends the call, waits included, and is no failure of the provider.</param>
    /// <param name="within">
    /// A shorter total time: a provider that isn't done by then has failed. By default
    /// <see cref="ResilienceOptions.TotalTimeoutSeconds"/>.
    /// </param>
    /// <exception cref="ProviderException">The last failure, or that the breaker is open.</exception>
    public async Task<T> RunAsync<T>(
        Func<int, CancellationToken, Task<T>> attempt,
        CancellationToken cancellationToken,
        TimeSpan? within = null
    )
    {
        var call = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            _retries.Begin(call, within);
            return await _pipeline.ExecuteAsync(
                static (context, s) =>
                    s.Calls.TryKeysAsync(s.Attempt, context.CancellationToken, s.Caller),
                call,
                (Calls: this, Attempt: attempt, Caller: cancellationToken)
            );
        }
        catch (BrokenCircuitException e)
        {
            throw new ProviderException(ProviderFailure.CircuitOpen, retryAfter: e.RetryAfter);
        }
        catch (TimeoutRejectedException)
        {
            throw new ProviderException(ProviderFailure.TimedOut);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(call);
        }
    }

    private async ValueTask<T> TryKeysAsync<T>(
        Func<int, CancellationToken, Task<T>> attempt,
        CancellationToken end,
        CancellationToken caller
    )
    {
        while (true)
        {
            var key = _keys.Next() ?? throw _keys.WhyNone();
            try
            {
                var result = await attempt(key, end);
                _metrics.Attempted(Operation, "ok");
                return result;
            }
            catch (OperationCanceledException) when (caller.IsCancellationRequested)
            {
                _metrics.Attempted(Operation, "cancelled");
                throw;
            }
            catch (OperationCanceledException)
            {
                // Said as a failure, so that the breaker counts it.
                var late = new ProviderException(ProviderFailure.TimedOut);
                _metrics.Attempted(Operation, late.Reason);
                throw late;
            }
            catch (ProviderException e)
            {
                _metrics.Attempted(Operation, e.Reason);
                if (!TryNextKey(key, e))
                {
                    throw;
                }
            }
        }
    }

    private bool TryNextKey(int key, ProviderException e)
    {
        if (_keys.SetAside(key, e) is not { } time)
        {
            return false;
        }
        LogSetAside(key + 1, Operation, time.TotalSeconds, e.Reason);
        if (_keys.Next() is null)
        {
            throw _keys.WhyNone();
        }
        if (!_budget.TrySpend())
        {
            _metrics.Forgone(Operation, e, "budget");
            return false;
        }
        _metrics.Retried(Operation, e, "next_key");
        return true;
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Key {Place} of the provider ({Operation}) is set aside for {Seconds} s: {Reason}."
    )]
    private partial void LogSetAside(int place, string operation, double seconds, string reason);
}
