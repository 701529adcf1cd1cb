using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers and maps what OpenAI's SDKs can be pointed at.</summary>
internal static class OpenAiSetup
{
    private const string Completions = "/v1/chat/completions";
    private const string Models = "/v1/models";

    public static void AddOpenAi(this IServiceCollection services)
    {
        services
            .AddOptions<CompletionsOptions>()
            .BindConfiguration(CompletionsOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CompletionsOptions>, CompletionsOptions.Validator>();
        services.AddSingleton<GatewayModels>();
        services.AddSingleton<CompletionRequestReader>();
        services.AddSingleton<CompletionMetrics>();
        services.AddSingleton<CompletionsHandler>();
    }

    public static void MapOpenAi(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<CompletionsOptions>>().Value;
        app.MapPost(
                Completions,
                static (HttpContext context, CompletionsHandler completions) =>
                    completions.HandleAsync(context)
            )
            .WithMetadata(new RequestSizeLimitAttribute(options.MaxBodyBytes))
            .RequireScope(Scopes.Chat)
            .DescribeBody<JsonObject>()
            .Produces<CompletionAnswer>()
            .Produces<CompletionChunk>(StatusCodes.Status200OK, "text/event-stream")
            .Produces<OpenAiErrorBody>(StatusCodes.Status400BadRequest);
        app.MapGet(
                Models,
                static (GatewayModels models) =>
                    TypedResults.Json(models.All, GatewayJsonContext.Default.ModelList)
            )
            .RequireScope(Scopes.Chat);
        // Names may have slashes.
        app.MapGet(
                Models + "/{**name}",
                static (string name, GatewayModels models) => One(name, models)
            )
            .RequireScope(Scopes.Chat)
            .Produces<ModelCard>()
            .Produces<OpenAiErrorBody>(StatusCodes.Status404NotFound);
    }

    private static IResult One(string name, GatewayModels models)
    {
        try
        {
            return TypedResults.Json(
                models.Find(Uri.UnescapeDataString(name)),
                GatewayJsonContext.Default.ModelCard
            );
        }
        catch (OpenAiException e)
        {
            return e.Problem;
        }
    }
}
