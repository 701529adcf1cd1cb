using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway;

/// <summary>Serves <c>/openapi/v1.json</c>: every endpoint, as OpenAPI describes it.</summary>
internal static class OpenApiSetup
{
    public static void AddApiDocument(this IServiceCollection services)
    {
        // What the document goes by; the answers are written by contexts of their own.
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddSingleton<ApiDocument>();
        services.AddOpenApi(
            ApiDocument.Name,
            options =>
            {
                options.AddDocumentTransformer<ApiTitle>();
                options.AddDocumentTransformer<SharedAnswers>();
                options.AddDocumentTransformer<SecuritySchemes>();
                options.AddOperationTransformer<ErrorAnswers>();
                options.AddOperationTransformer<RequiredScope>();
                options.AddSchemaTransformer<OptionalFields>();
            }
        );
    }

    public static void MapApiDocument(this WebApplication app) =>
        app.MapGet(
                $"/openapi/{ApiDocument.Name}.json",
                static (HttpContext context, ApiDocument document) => document.AnswerAsync(context)
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
}
