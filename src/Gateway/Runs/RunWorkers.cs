using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Works the queue off. When the gateway stops and the notice is over, no run is started any more,
/// those that work have as long to end as requests in flight, and those that wait stay in the store for
/// the next start.
/// </summary>
internal sealed partial class RunWorkers(
    RunBoard board,
    RunStore store,
    RunExecution execution,
    IOptions<RunOptions> options,
    Draining draining,
    ILogger<RunWorkers> log
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
        using var stopping = draining.Closing.Register(board.Stop);
        await Task.WhenAll(
            Enumerable.Range(0, options.Value.MaxConcurrent).Select(_ => WorkAsync())
        );
    }

    private async Task WorkAsync()
    {
        while (!draining.Closing.IsCancellationRequested)
        {
            ActiveRun run;
            try
            {
                run = await board.Queue.TakeAsync(draining.Closing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await WorkAsync(run);
        }
    }

    // Whatever becomes of one run, there is a place again for the next.
    private async Task WorkAsync(ActiveRun run)
    {
        try
        {
            await execution.ExecuteAsync(run, draining.Ending);
        }
        catch (Exception e)
        {
            LogLost(e, run.Run.Id);
            run.Log.Close();
        }
        finally
        {
            board.Queue.Done(run);
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "How run {Id} ended could not be stored, the next start settles it"
    )]
    private partial void LogLost(Exception e, string id);
}
