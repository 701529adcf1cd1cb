namespace Gateway;

/// <summary>One turn of chat. It knows callers and outcomes, and nothing of any provider's wire format.</summary>
internal sealed class ChatHandler(
    TurnRunner turns,
    ChatStream streamed,
    ChatRequestReader reader,
    TurnFailures failures,
    GatewayMetrics metrics
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
            var turn = new Turn(Caller.Of(context), request.SessionId, request.Message);
            if (request.Stream)
            {
                var failure = await streamed.SendAsync(context, turn);
                return Ended(failure?.Reason ?? "ok", TypedResults.Empty);
            }
            var response = await turns.RunAsync(turn, context.RequestAborted);
            return Ended(
                "ok",
                TypedResults.Json(
                    ChatReply.From(response, turn.SessionId),
                    GatewayJsonContext.Default.ChatReply
                )
            );
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return Ended(RequestEnd.Of(context), ClientLeft.Result(context));
        }
        catch (Exception e)
        {
            var failure = failures.Tell(e);
            return Ended(failure.Reason, failure.ToProblem(context.Response));
        }
    }

    private IResult Ended(string outcome, IResult result)
    {
        metrics.ChatEnded(outcome);
        return result;
    }
}
