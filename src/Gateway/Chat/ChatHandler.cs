namespace Gateway;

/// <summary>One turn of chat. It knows callers and outcomes, and nothing of any provider's wire format.</summary>
internal sealed partial class ChatHandler(
    TurnRunner turns,
    ChatRequestReader reader,
    GatewayMetrics metrics,
    ILogger<ChatHandler> log
)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        try
        {
            var (request, problem) = await reader.ReadAsync(context);
            if (request is null)
            {
                return Ended("invalid_request", problem!);
            }
            var response = await turns.RunAsync(
                new Turn(Caller.Of(context), request.SessionId, request.Message),
                context.RequestAborted
            );
            return Ended(
                "ok",
                TypedResults.Json(
                    ChatReply.From(response, request.SessionId),
                    GatewayJsonContext.Default.ChatReply
                )
            );
        }
        catch (ProviderException e)
        {
            LogFailure(e);
            return Ended(e.Reason, ProviderProblem.From(e, context.Response));
        }
        catch (StoreException e)
        {
            return Ended(e.Reason, StoreProblem.From(e, context.Response));
        }
        catch (Exception e)
            when (e is OperationCanceledException or IOException
                && context.RequestAborted.IsCancellationRequested
            )
        {
            return Ended(
                "cancelled",
                TypedResults.StatusCode(StatusCodes.Status499ClientClosedRequest)
            );
        }
    }

    private IResult Ended(string outcome, IResult result)
    {
        metrics.ChatEnded(outcome);
        return result;
    }

    private void LogFailure(ProviderException e)
    {
        // A provider at its limit answers 429 to everything: the counter tells, the log would drown.
        var level = e.Failure is ProviderFailure.RateLimited ? LogLevel.Debug : LogLevel.Warning;
        LogProviderFailure(level, e.Message);
    }

    [LoggerMessage(Message = "Chat failed: {Failure}")]
    private partial void LogProviderFailure(LogLevel level, string failure);
}
