using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// Answers <c>POST /v1/chat/completions</c> by the model alone: the caller's own tools come back as
/// calls, and nothing of the gateway's agent takes part but the guardrail.
/// </summary>
internal sealed class CompletionsHandler(
    [FromKeyedServices(ProviderSetup.GuardedModelKey)] IChatClient model,
    CompletionRequestReader reader,
    EventStreams streams,
    CompletionFailures failures,
    CompletionMetrics metrics,
    TimeProvider clock
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
            if (request.Stream)
            {
                var failure = await StreamAsync(context, request);
                return Ended(failure?.Reason ?? "ok", TypedResults.Empty);
            }
            var response = await model.GetResponseAsync(
                request.Messages,
                request.Options,
                context.RequestAborted
            );
            return Ended(
                "ok",
                TypedResults.Json(
                    CompletionAnswer.From(response, CompletionHead.For(request.Options, clock)),
                    GatewayJsonContext.Relaxed.CompletionAnswer
                )
            );
        }
        catch (OpenAiException e)
        {
            return Ended("invalid_request", e.Problem);
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

    /// <returns>What failed after the answer had begun; what fails before is thrown.</returns>
    private async Task<TurnFailure?> StreamAsync(HttpContext context, CompletionRequest request)
    {
        await using var events = streams.Open(context);
        var answer = new CompletionStream(
            events,
            CompletionHead.For(request.Options, clock),
            request.IncludeUsage
        );
        try
        {
            await answer.SendAsync(
                model.GetStreamingResponseAsync(request.Messages, request.Options, events.Ended)
            );
            return null;
        }
        catch (Exception e)
            when (events.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var failure = failures.Tell(e);
            await answer.FailAsync(failure);
            return failure;
        }
    }

    private IResult Ended(string outcome, IResult result)
    {
        metrics.Ended(outcome);
        return result;
    }
}
