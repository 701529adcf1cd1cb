using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Works the queue off. When the gateway stops, no run is started any more, those that work have a
/// while to end, and those that wait stay in the store for the next start.
/// </summary>
internal sealed class RunWorkers(
    RunBoard board,
    RunStore store,
    RunExecution execution,
    IOptions<RunOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock
) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        board.Requeue(await store.RecoverAsync(cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    // Not the service's own token: the server waits for its streams first, and these for their runs.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var interrupt = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var stopping = lifetime.ApplicationStopping.Register(() =>
        {
            board.Stop();
            interrupt.CancelAfter(TimeSpan.FromSeconds(options.Value.StopSeconds));
        });
        await Task.WhenAll(
            Enumerable.Range(0, options.Value.MaxConcurrent).Select(_ => WorkAsync(interrupt.Token))
        );
    }

    private async Task WorkAsync(CancellationToken interrupted)
    {
        while (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            ActiveRun run;
            try
            {
                run = await board.Queue.TakeAsync(lifetime.ApplicationStopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await execution.ExecuteAsync(run, interrupted);
        }
    }
}
