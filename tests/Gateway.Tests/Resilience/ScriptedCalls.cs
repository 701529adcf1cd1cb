using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using GatewayBench.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>Calls whose attempts end as a test says, on a clock that it moves: no provider, no network.</summary>
internal sealed class ScriptedCalls : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddMetrics()
        .BuildServiceProvider();

    private readonly PrometheusExporter _exporter;

    public ScriptedCalls(Action<ResilienceOptions>? change = null, int keys = 1)
    {
        var options = new ResilienceOptions { JitterSeed = 5 };
        change?.Invoke(options);
        var meters = _services.GetRequiredService<IMeterFactory>();
        var metrics = new ResilienceMetrics(meters);
        _exporter = new(
            meter => ReferenceEquals(meter.Scope, meters),
            Logger<PrometheusExporter>()
        );
        Calls = new(
            "chat",
            keys,
            options,
            new(options.JitterSeed),
            metrics,
            Clock,
            Logger<ProviderCalls>()
        );
    }

    public ManualTimeProvider Clock { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public ProviderCalls Calls { get; }

    /// <summary>When each attempt began, and with which key.</summary>
    public ConcurrentQueue<(DateTimeOffset At, int Key)> Attempts { get; } = [];

    /// <summary>What an attempt ends with, given its number from 0; null is success.</summary>
    public Func<int, ProviderException?> Script { get; set; } = _ => null;

    public Task<string> RunAsync(
        CancellationToken? cancellationToken = null,
        TimeSpan? within = null
    ) =>
        Calls.RunAsync(
            (key, _) =>
            {
                var number = Attempts.Count;
                Attempts.Enqueue((Clock.GetUtcNow(), key));
                return Script(number) is { } failure
                    ? Task.FromException<string>(failure)
                    : Task.FromResult("fine");
            },
            cancellationToken ?? TestContext.Current.CancellationToken,
            within
        );

    /// <summary>Moves the clock while the one call there is sleeps, until it has ended.</summary>
    public async Task<T> FinishAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            // One timer is the total time's; with a second one the call waits.
            if (Clock.PendingTimers > 1)
            {
                Clock.Advance(TimeSpan.FromMilliseconds(100));
            }
            await Task.Yield();
        }
        return await call;
    }

    public async Task<ProviderException> FailAsync() =>
        await Assert.ThrowsAsync<ProviderException>(() => FinishAsync(RunAsync()));

    public Exposition Metrics() => Exposition.Of(_exporter);

    public void Dispose()
    {
        _exporter.Dispose();
        _services.Dispose();
        Logs.Dispose();
    }

    private ILogger<T> Logger<T>() =>
        LoggerFactory.Create(logging => logging.AddProvider(Logs)).CreateLogger<T>();
}
