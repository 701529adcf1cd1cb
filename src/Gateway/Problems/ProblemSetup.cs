namespace Gateway;

/// <summary>Gives every failure a problem+json body, whatever the caller says it accepts.</summary>
internal static class ProblemSetup
{
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
