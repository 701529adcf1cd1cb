using System.Text;
using Microsoft.Net.Http.Headers;

namespace Gateway;

/// <summary>Takes documents into the index: an array of JSON, or lines of it.</summary>
internal sealed class DocumentsHandler(
    DocumentIndex documents,
    DocumentRules rules,
    EmbeddingWorker embeddings
)
{
    /// <summary>Content types of bodies with a document in each line.</summary>
    public static readonly string[] LineTypes = ["application/x-ndjson", "application/jsonl"];

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var (answer, problem) = IsLines(context.Request)
            ? await PutLinesAsync(context)
            : await JsonBody.ReadAsync(
                context,
                "an array of documents",
                (body, errors) => Put(() => rules.ReadArray(body), errors)
            );
        if (answer is null)
        {
            return problem!;
        }
        embeddings.Wake();
        return TypedResults.Json(answer, GatewayJsonContext.Default.DocumentsAnswer);
    }

    // Read whole before the first is put: a slow caller must not keep others from writing.
    private async Task<(DocumentsAnswer? Answer, IResult? Problem)> PutLinesAsync(
        HttpContext context
    )
    {
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            return (null, Problems.Unreadable(e, context));
        }
        body.Position = 0;
        using var reader = new StreamReader(body, Encoding.UTF8);
        var errors = new Dictionary<string, string[]>();
        var answer = Put(() => rules.ReadLines(reader), errors);
        return (answer, answer is null ? Problems.Invalid(errors) : null);
    }

    private DocumentsAnswer? Put(
        Func<IEnumerable<Document>> read,
        IDictionary<string, string[]> errors
    )
    {
        try
        {
            return new(documents.Put(read()), documents.Count);
        }
        catch (DocumentException e)
        {
            errors[e.Place] = [e.Message];
            return null;
        }
    }

    private static bool IsLines(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && LineTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase);
}
