using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway;

/// <summary>What callers do with runs: each sees only their own.</summary>
internal sealed class RunHandler(
    RunBoard board,
    RunStore store,
    ChatRequestReader reader,
    RunProblems problems
)
{
    public Task<IResult> SubmitAsync(HttpContext context) =>
        StoreProblem.UnlessAsync(
            context,
            async () =>
            {
                var (request, problem) = await reader.ReadAsync(context, "input");
                if (request is null)
                {
                    return problem!;
                }
                var (run, place) = await board.SubmitAsync(
                    Caller.Of(context),
                    request,
                    context.RequestAborted
                );
                return run is null
                    ? problems.NoPlace(place, context)
                    : Accepted(run, context.Response);
            }
        );

    public Task<IResult> ListAsync(HttpContext context) =>
        StoreProblem.UnlessAsync(
            context,
            async () =>
            {
                var errors = new Dictionary<string, string[]>();
                var limit = PageQuery.Limit(context.Request, errors);
                var before = Before(context.Request, errors);
                if (errors.Count > 0)
                {
                    return Problems.Invalid(errors);
                }
                // One more than asked for tells whether there is another page.
                var runs = await store.PageAsync(
                    Caller.Of(context),
                    before,
                    limit + 1,
                    context.RequestAborted
                );
                var page = runs.Take(limit).Select(RunAnswer.From).ToList();
                return TypedResults.Json(
                    new RunList(page, runs.Count > limit ? page[^1].Id : null),
                    GatewayJsonContext.Default.RunList
                );
            }
        );

    public Task<IResult> GetAsync(string id, HttpContext context) =>
        StoreProblem.UnlessAsync(
            context,
            async () =>
                await store.FindAsync(Caller.Of(context), id, context.RequestAborted) is { } run
                    ? TypedResults.Json(RunAnswer.From(run), GatewayJsonContext.Default.RunAnswer)
                    : RunProblems.NotFound(id)
        );

    /// <summary>202 if the run will end or has ended by this, 204 if it had ended before.</summary>
    public Task<IResult> CancelAsync(string id, HttpContext context) =>
        StoreProblem.UnlessAsync(
            context,
            async () =>
            {
                // Before the store is asked: a run that ends in between is stored as ended first.
                var active = board.Find(id);
                var run = await store.FindAsync(Caller.Of(context), id, context.RequestAborted);
                if (run is null)
                {
                    return RunProblems.NotFound(id);
                }
                if (RunState.IsEnd(run.State))
                {
                    return TypedResults.NoContent();
                }
                if (active is null)
                {
                    return RunProblems.Elsewhere(id);
                }
                return await board.CancelAsync(active, context.RequestAborted)
                    ? Accepted(active.Run, context.Response)
                    : TypedResults.NoContent();
            }
        );

    private static string? Before(HttpRequest request, Dictionary<string, string[]> errors)
    {
        var text = request.Query["before"].ToString();
        if (text is not "" && !Run.IsId(text))
        {
            errors["before"] =
            [
                $"before is '{Quoted.Truncate(text)}': the id of a run is expected.",
            ];
        }
        return text is "" ? null : text;
    }

    private static JsonHttpResult<RunAnswer> Accepted(Run run, HttpResponse response)
    {
        response.Headers.Location = $"/v1/runs/{run.Id}";
        return TypedResults.Json(
            RunAnswer.From(run),
            GatewayJsonContext.Default.RunAnswer,
            statusCode: StatusCodes.Status202Accepted
        );
    }
}
