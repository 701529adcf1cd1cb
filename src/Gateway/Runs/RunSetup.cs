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
        var runs = app.MapGroup("/v1/runs").RequireScope(Scopes.Runs);
        runs.MapPost(
                "",
                static (HttpContext context, RunHandler handler) => handler.SubmitAsync(context)
            )
            .WithMetadata(new RequestSizeLimitAttribute(limits.MaxBodyBytes));
        runs.MapGet(
            "",
            static (HttpContext context, RunHandler handler) => handler.ListAsync(context)
        );
        runs.MapGet(
            "/{id}",
            static (string id, HttpContext context, RunHandler handler) =>
                handler.GetAsync(id, context)
        );
        runs.MapGet(
            "/{id}/events",
            static (string id, HttpContext context, RunEventStream events) =>
                events.GetAsync(id, context)
        );
        runs.MapDelete(
            "/{id}",
            static (string id, HttpContext context, RunHandler handler) =>
                handler.CancelAsync(id, context)
        );
    }
}
