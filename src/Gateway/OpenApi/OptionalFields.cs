using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gateway;

/// <summary>Corrects what a type can't say: which of its fields a caller may leave out.</summary>
internal sealed class OptionalFields : IOpenApiSchemaTransformer
{
    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (context.JsonTypeInfo.Type == typeof(ChatRequest))
        {
            schema.Required = new HashSet<string> { "message" };
        }
        if (context.JsonTypeInfo.Type == typeof(SearchRequest))
        {
            schema.Required = new HashSet<string> { "query" };
        }
        return Task.CompletedTask;
    }
}
