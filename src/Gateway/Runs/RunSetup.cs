using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

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
        services.AddSingleton<RunProblems>();
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
            .DescribeBody<RunBody>()
            .Produces<RunAnswer>(StatusCodes.Status202Accepted)
            .WithSummary("Submits a run");
        app.MapGet(
                "/v1/runs",
                static (HttpContext context, RunHandler handler) => handler.ListAsync(context)
            )
            .RequireScope(Scopes.Runs)
            .Produces<RunList>()
            .WithSummary("The caller's runs, the newest first")
            .DescribeParameter("before", JsonSchemaType.String, "The id of a run")
            .DescribeParameter("limit", JsonSchemaType.Integer, PageQuery.LimitInWords)
            .DescribeErrors(400);
        app.MapGet(
                "/v1/runs/{id}",
                static (string id, HttpContext context, RunHandler handler) =>
                    handler.GetAsync(id, context)
            )
            .RequireScope(Scopes.Runs)
            .Produces<RunAnswer>()
            .WithSummary("A run")
            .DescribeErrors(404);
        app.MapGet(
                "/v1/runs/{id}/events",
                static (string id, HttpContext context, RunEventStream events) =>
                    events.GetAsync(id, context)
            )
            .RequireScope(Scopes.Runs)
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .WithSummary("The events of a run, to its end")
            .DescribeParameter(
                RunEventStream.LastEventId,
                JsonSchemaType.Integer,
                "The id of the last event that the caller has",
                ParameterLocation.Header
            )
            .DescribeErrors(400, 404, 409);
        app.MapDelete(
                "/v1/runs/{id}",
                static (string id, HttpContext context, RunHandler handler) =>
                    handler.CancelAsync(id, context)
            )
            .RequireScope(Scopes.Runs)
            .Produces<RunAnswer>(StatusCodes.Status202Accepted)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Cancels a run")
            .DescribeErrors(404, 409);
    }
}
