namespace Gateway;

/// <summary>Gives every failure a problem+json body, whatever the caller says it accepts.</summary>
internal static class ProblemSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        // Before the framework's own, which leaves callers that accept no JSON without a body.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseStatusCodePages(static context =>
            context.HttpContext.RequestAborted.IsCancellationRequested
                ? Task.CompletedTask
                : Problems.Bare(context.HttpContext).ExecuteAsync(context.HttpContext)
        );
        app.UseExceptionHandler(static handler =>
            handler.Run(static context => Problems.Unexpected().ExecuteAsync(context))
        );
    }
}
