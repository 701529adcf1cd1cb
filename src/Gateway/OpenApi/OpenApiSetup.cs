using System.Text.Json;

namespace Gateway;

/// <summary>Serves <c>/openapi/v1.json</c>: every endpoint, as OpenAPI describes it.</summary>
internal static class OpenApiSetup
{
    public static void AddApiDocument(this IServiceCollection services)
    {
        // What the document goes by; the answers are written by contexts of their own.
        services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower
        );
        services.AddOpenApi(options =>
        {
            options.AddDocumentTransformer<ApiTitle>();
            options.AddSchemaTransformer<OptionalFields>();
        });
    }

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi().AllowAnonymous();
}
