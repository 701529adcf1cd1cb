using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Gateway;

/// <summary>Takes documents into the index: an array of JSON, or lines of it.</summary>
internal sealed class DocumentsHandler(
    DocumentIndex documents,
    DocumentRules rules,
    EmbeddingWorker embeddings,
    IOptions<SearchOptions> options
)
{
    private static readonly string[] LineTypes = ["application/x-ndjson", "application/jsonl"];

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        try
        {
            var changed = IsLines(context.Request)
                ? await PutLinesAsync(context)
                : await PutArrayAsync(context);
            embeddings.Wake();
            return TypedResults.Json(
                new DocumentsAnswer(changed, documents.Count),
                GatewayJsonContext.Default.DocumentsAnswer
            );
        }
        catch (JsonBodyException e)
        {
            return e.Problem;
        }
        catch (JsonException e)
        {
            return Invalid("body", $"{JsonBody.Place(e)}: an array of documents is expected.");
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problems.TooLarge(context.Request.ContentLength, options.Value.MaxBodyBytes)
                : Problems.UnreadableBody(e.StatusCode);
        }
        catch (DocumentException e)
        {
            return Invalid(e.Place, e.Message);
        }
    }

    private async Task<int> PutArrayAsync(HttpContext context)
    {
        using var body = await JsonBody.ReadAsync(context, options.Value.MaxBodyBytes);
        return documents.Put(rules.ReadArray(body.RootElement));
    }

    // Read whole before the first is put: a slow caller must not keep others from writing.
    private async Task<int> PutLinesAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        using var reader = new StreamReader(body, Encoding.UTF8);
        return documents.Put(rules.ReadLines(reader));
    }

    private static bool IsLines(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && LineTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase);

    private static Microsoft.AspNetCore.Http.HttpResults.ValidationProblem Invalid(
        string place,
        string message
    ) => Problems.Invalid(new Dictionary<string, string[]> { [place] = [message] });
}
