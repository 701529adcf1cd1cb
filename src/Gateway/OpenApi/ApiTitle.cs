using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gateway;

/// <summary>Says what the document is about.</summary>
internal sealed class ApiTitle : IOpenApiDocumentTransformer
{
    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "Gateway",
            Version = "v1",
            Description =
                "An agent gateway. Errors are problems (RFC 9457), and OpenAI's where its SDKs call.",
        };
        return Task.CompletedTask;
    }
}
