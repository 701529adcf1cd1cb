namespace Gateway;

/// <summary>Answers a search.</summary>
internal sealed class SearchHandler(IDocumentSearch search)
{
    /// <summary>Room for the longest query, however it is escaped.</summary>
    public const int MaxBodyBytes = 16 * 1024;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var (request, problem) = await JsonBody.ReadAsync(
            context,
            "a JSON object with query and, if wanted, count",
            SearchRequest.Check
        );
        if (request is null)
        {
            return problem!;
        }
        var found = await search.SearchAsync(request.Query, request.Count, context.RequestAborted);
        return TypedResults.Json(new SearchAnswer(found), GatewayJsonContext.Default.SearchAnswer);
    }
}
