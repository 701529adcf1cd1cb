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
        services.AddSingleton<CompletionFailures>();
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
            .DescribeBody<CompletionBody>()
            .Produces<CompletionChunk>(StatusCodes.Status200OK, "text/event-stream")
            .DescribeAnswer<CompletionAnswer>()
            .WithSummary("A completion by the model alone, in OpenAI's form")
            .DescribeErrors(404, 422, 502);
        app.MapGet(
                Models,
                static (GatewayModels models) =>
                    TypedResults.Json(models.All, GatewayJsonContext.Default.ModelList)
            )
            .RequireScope(Scopes.Chat)
            .Produces<ModelList>()
            .WithSummary("The models that may be asked for");
        // Names may have slashes.
        app.MapGet(
                Models + "/{**name}",
                static (string name, GatewayModels models) => One(name, models)
            )
            .RequireScope(Scopes.Chat)
            .Produces<ModelCard>()
            .WithSummary("One of the models")
            .DescribeErrors(404);
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
