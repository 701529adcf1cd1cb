using System.Text.Json;

namespace Gateway;

/// <summary>Answers a search.</summary>
internal sealed class SearchHandler(IDocumentSearch search)
{
    /// <summary>Room for the longest query, however it is escaped.</summary>
    public const int MaxBodyBytes = 16 * 1024;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var errors = new Dictionary<string, string[]>();
        try
        {
            using var body = await JsonBody.ReadAsync(context, MaxBodyBytes);
            var request = SearchRequest.Check(body.RootElement, errors);
            if (request is null)
            {
                return Problems.Invalid(errors);
            }
            var found = await search.SearchAsync(
                request.Query,
                request.Count,
                context.RequestAborted
            );
            return TypedResults.Json(
                new SearchAnswer(found),
                GatewayJsonContext.Default.SearchAnswer
            );
        }
        catch (JsonBodyException e)
        {
            return e.Problem;
        }
        catch (JsonException e)
        {
            errors["body"] =
            [
                $"{JsonBody.Place(e)}: a JSON object with query and, if wanted, count is expected.",
            ];
            return Problems.Invalid(errors);
        }
    }
}
