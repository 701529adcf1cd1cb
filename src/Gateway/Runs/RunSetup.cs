using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers runs, and maps <c>/v1/runs</c>.</summary>
internal static class RunSetup
{
    public static void AddRuns(this IServiceCollection services)
    {
        services.AddOptions<RunOptions>().BindConfiguration(RunOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RunOptions>, RunOptions.Validator>();
        services.AddSingleton<RunMetrics>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunBoard>();
        services.AddSingleton<RunExecution>();
        services.AddSingleton<RunHandler>();
        services.AddSingleton<RunEventStream>();
        services.AddHostedService<RunWorkers>();
    }

    public static void MapRuns(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<IOptions<ChatLimits>>().Value;
        app.MapPost(
                "/v1/runs",
                static (HttpContext context, RunHandler handler) => handler.SubmitAsync(context)
            )
            .WithMetadata(new RequestSizeLimitAttribute(limits.MaxBodyBytes))
            .RequireScope(Scopes.Runs)
            .Produces<RunAnswer>(StatusCodes.Status202Accepted)
            .ProducesValidationProblem();
        app.MapGet(
                "/v1/runs",
                static (HttpContext context, RunHandler handler) => handler.ListAsync(context)
            )
            .RequireScope(Scopes.Runs)
            .Produces<RunList>()
            .ProducesValidationProblem();
        app.MapGet(
                "/v1/runs/{id}",
                static (string id, HttpContext context, RunHandler handler) =>
                    handler.GetAsync(id, context)
            )
            .RequireScope(Scopes.Runs)
            .Produces<RunAnswer>();
        app.MapGet(
                "/v1/runs/{id}/events",
                static (string id, HttpContext context, RunEventStream events) =>
                    events.GetAsync(id, context)
            )
            .RequireScope(Scopes.Runs)
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream");
        app.MapDelete(
                "/v1/runs/{id}",
                static (string id, HttpContext context, RunHandler handler) =>
                    handler.CancelAsync(id, context)
            )
            .RequireScope(Scopes.Runs)
            .Produces<RunAnswer>(StatusCodes.Status202Accepted)
            .Produces(StatusCodes.Status204NoContent);
    }
}
