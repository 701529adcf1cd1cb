using Polly;
using Polly.CircuitBreaker;

namespace Gateway;

/// <summary>
/// Asks Redis within a time limit, and leaves it alone for a while when it keeps failing, so that
/// nobody waits for it in vain.
/// </summary>
internal sealed partial class RedisClient : IDisposable
{
    /// <summary>Failures in a row, or half of more calls, after which it is left alone.</summary>
    public const int FailuresToBreak = 3;

    /// <summary>The calls that are looked at.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>How long it is left alone before one call tries again.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(5);

    private readonly RedisPool _pool;
    private readonly RedisAddress _address;
    private readonly RedisMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ResiliencePipeline _guard;

    public RedisClient(
        RedisDoor door,
        PromptCacheOptions options,
        RedisMetrics metrics,
        TimeProvider clock,
        ILogger log
    )
    {
        _pool = new(door, options.RedisConnections);
        _address = door.Address;
        _metrics = metrics;
        _clock = clock;
        _log = log;
        _guard = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = FailuresToBreak,
                    SamplingDuration = Window,
                    BreakDuration = Break,
                    OnOpened = opened =>
                    {
                        LogLeftAlone(
                            Break.TotalSeconds,
                            opened.Outcome.Exception?.GetType().Name ?? "?"
                        );
                        return default;
                    },
                    OnClosed = _ =>
                    {
                        LogBack();
                        return default;
                    },
                }
            )
            .AddTimeout(TimeSpan.FromMilliseconds(options.RedisTimeoutMilliseconds))
            .Build();
    }

    /// <inheritdoc cref="RedisConnection.AskAsync"/>
    /// <exception cref="ExecutionRejectedException">It took too long, or is left alone.</exception>
    public ValueTask<ReadOnlyMemory<byte>?> AskAsync(
        string command,
        ReadOnlyMemory<byte>[] arguments,
        CancellationToken cancellationToken
    ) =>
        _guard.ExecuteAsync(
            static (call, token) => call.Client.CallAsync(call.Command, call.Arguments, token),
            (Client: this, Command: command, Arguments: arguments),
            cancellationToken
        );

    public void Dispose() => _pool.Dispose();

    private async ValueTask<ReadOnlyMemory<byte>?> CallAsync(
        string command,
        ReadOnlyMemory<byte>[] arguments,
        CancellationToken cancellationToken
    )
    {
        var started = _clock.GetTimestamp();
        Exception? error = null;
        try
        {
            return await _pool.AskAsync(command, arguments, cancellationToken);
        }
        catch (Exception e)
        {
            error = e;
            throw;
        }
        finally
        {
            _metrics.Ended(_clock.GetElapsedTime(started), command, _address, error);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Redis keeps failing and is left alone for {Seconds} s: {Reason}"
    )]
    private partial void LogLeftAlone(double seconds, string reason);

    [LoggerMessage(LogLevel.Information, "Redis answers again")]
    private partial void LogBack();
}
