namespace Gateway;

/// <summary>Gives every request its <see cref="CorrelationId"/>, before anything can answer it.</summary>
internal static class CorrelationSetup
{
    private static readonly Func<ILogger, string, IDisposable?> Scope =
        LoggerMessage.DefineScope<string>("CorrelationId:{CorrelationId}");

    public static void UseCorrelation(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Gateway.Request");
        app.Use(next =>
            context =>
            {
                var id = CorrelationId.Assign(context);
                return log.IsEnabled(LogLevel.Critical)
                    ? InScopeAsync(log, id, next, context)
                    : next(context);
            }
        );
    }

    private static async Task InScopeAsync(
        ILogger log,
        string id,
        RequestDelegate next,
        HttpContext context
    )
    {
        using (Scope(log, id))
        {
            await next(context);
        }
    }
}
