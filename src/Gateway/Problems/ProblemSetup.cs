using Microsoft.AspNetCore.Diagnostics;

namespace Gateway;

/// <summary>Gives every failure a body, whatever the caller says it accepts.</summary>
internal static class ProblemSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        // Before the framework's own, which leaves callers that accept no JSON without a request id.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.Configure<ExceptionHandlerOptions>(options =>
            options.SuppressDiagnosticsCallback = static failure =>
                failure.Exception is BadHttpRequestException
        );
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseStatusCodePages(static context =>
            context.HttpContext.RequestAborted.IsCancellationRequested
                ? Task.CompletedTask
                : Problems.Bare(context.HttpContext).ExecuteAsync(context.HttpContext)
        );
        app.UseExceptionHandler(static handler => handler.Run(AnswerAsync));
    }

    private static Task AnswerAsync(HttpContext context)
    {
        CorrelationId.Announce(context);
        var problem = context.Features.Get<IExceptionHandlerFeature>()?.Error
            is BadHttpRequestException e
            ? Problems.Unreadable(e, context)
            : Problems.Unexpected();
        return problem.ExecuteAsync(context);
    }
}
