using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Gateway;

/// <summary>Adds what many endpoints answer, so that each of them has only to name it.</summary>
internal sealed class SharedAnswers : IOpenApiDocumentTransformer
{
    /// <summary>Every status of an error that an endpoint may have.</summary>
    public static readonly int[] Statuses =
    [
        400,
        401,
        403,
        404,
        409,
        413,
        415,
        422,
        426,
        429,
        500,
        502,
        503,
        504,
    ];

    public async Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.AddComponent(
            CorrelationId.Header,
            Header("The name of the request in logs: the caller's own, if it sent one.")
        );
        foreach (var form in ErrorForm.All)
        {
            var schema = await context.GetOrCreateSchemaAsync(form.Type, null, cancellationToken);
            document.AddComponent(form.Prefix, schema);
            foreach (var status in Statuses)
            {
                document.AddComponent(form.NameOf(status), Answer(form, status, document));
            }
        }
    }

    private static OpenApiResponse Answer(ErrorForm form, int status, OpenApiDocument document)
    {
        var headers = new Dictionary<string, IOpenApiHeader>
        {
            [CorrelationId.Header] = new OpenApiHeaderReference(CorrelationId.Header, document),
        };
        if (status is 429 or 503)
        {
            headers[HeaderNames.RetryAfter] = Header(
                "When to try again, in seconds; missing where nobody knows."
            );
        }
        if (status is 401)
        {
            headers[HeaderNames.WWWAuthenticate] = Header("Bearer.");
        }
        return new OpenApiResponse
        {
            Description = ReasonPhrases.GetReasonPhrase(status),
            Headers = headers,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [form.ContentType] = new()
                {
                    Schema = new OpenApiSchemaReference(form.Prefix, document),
                },
            },
        };
    }

    private static OpenApiHeader Header(string description) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
