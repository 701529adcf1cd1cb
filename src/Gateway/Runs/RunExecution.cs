using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// Works on one run: stores each change of its state before it is told, and tells what happens
/// meanwhile.
/// </summary>
internal sealed partial class RunExecution(
    TurnRunner turns,
    RunStore store,
    RunBoard board,
    RunMetrics metrics,
    TimeProvider clock,
    ILogger<RunExecution> log
)
{
    private static readonly TimeSpan StoreRetryDelay = TimeSpan.FromSeconds(1);

    /// <param name="active">The run, just out of the queue.</param>
    /// <param name="interrupted">Cancelled when the gateway can wait no longer.</param>
    public async Task ExecuteAsync(ActiveRun active, CancellationToken interrupted)
    {
        var id = active.Run.Id;
        var started = clock.GetTimestamp();
        metrics.Started();
        var (state, output, reason) = await AttemptAsync(active, interrupted);
        bool stored;
        try
        {
            stored = await UntilStoredAsync(
                () => store.EndAsync(id, state, output, reason, CancellationToken.None),
                interrupted
            );
        }
        finally
        {
            metrics.Ended(state, clock.GetElapsedTime(started));
        }
        if (stored)
        {
            board.End(active, state, output, reason);
        }
        else
        {
            // The next start settles it: until then nobody knows how it ended.
            active.Log.Close();
        }
    }

    private async Task<(string State, string? Output, string? Reason)> AttemptAsync(
        ActiveRun active,
        CancellationToken interrupted
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            active.Cancelled,
            interrupted
        );
        try
        {
            await UntilStoredAsync(
                () => store.StartAsync(active.Run.Id, either.Token),
                either.Token
            );
            either.Token.ThrowIfCancellationRequested();
            active.Start(clock.GetUtcNow());
            return (RunState.Succeeded, await WorkAsync(active, either.Token), null);
        }
        catch (OperationCanceledException) when (active.Cancelled.IsCancellationRequested)
        {
            return (RunState.Cancelled, null, null);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return (RunState.Interrupted, null, "gateway_stopped");
        }
        catch (ProviderException e)
        {
            return (RunState.Failed, null, e.Reason);
        }
        catch (StoreException e)
        {
            return (RunState.Failed, null, e.Reason);
        }
        catch (Exception e)
        {
            LogUnexpected(e, active.Run.Id);
            return (RunState.Failed, null, "unexpected");
        }
    }

    private async Task<string> WorkAsync(ActiveRun active, CancellationToken cancellationToken)
    {
        var reply = new TurnReply();
        await foreach (var update in turns.StreamAsync(active.Run.ToTurn(), cancellationToken))
        {
            reply.Add(update);
            foreach (var content in update.Contents)
            {
                Tell(active, content);
            }
        }
        return reply.Text;
    }

    private static void Tell(ActiveRun active, AIContent content)
    {
        var json = GatewayJsonContext.Relaxed;
        switch (content)
        {
            case TextContent { Text: not "" } text:
                active.Tell(RunEvent.Delta, new RunDelta(text.Text), json.RunDelta);
                break;
            case FunctionCallContent call:
                active.Tell(
                    RunEvent.ToolCall,
                    new RunToolStep(call.CallId, call.Name),
                    json.RunToolStep
                );
                break;
            case FunctionResultContent result:
                active.Tell(
                    RunEvent.ToolResult,
                    new RunToolStep(result.CallId, null),
                    json.RunToolStep
                );
                break;
            default:
                break;
        }
    }

    /// <summary>Tries again for as long as the store is away.</summary>
    /// <returns>False if it still was when there was no more time.</returns>
    private async Task<bool> UntilStoredAsync(Func<Task> write, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await write();
                return true;
            }
            catch (StoreException)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return false;
                }
            }
            await Task.Delay(StoreRetryDelay, clock, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "Run {Id} failed unexpectedly")]
    private partial void LogUnexpected(Exception e, string id);
}
