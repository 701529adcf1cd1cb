using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Gateway;

/// <summary>Registers sessions, and maps <c>GET</c> and <c>DELETE /api/sessions/{id}</c>.</summary>
internal static class SessionSetup
{
    public static void AddSessions(this IServiceCollection services)
    {
        services
            .AddOptions<SessionOptions>()
            .BindConfiguration(SessionOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<SessionOptions>, SessionOptions.Validator>();
        services.AddSingleton<ISessionStore, SessionStore>();
        services.AddSingleton<SessionReader>();
        services.AddSingleton<SessionQueue>();
        services.AddSingleton<SessionHandler>();
    }

    public static void MapSessions(this WebApplication app)
    {
        app.MapGet(
                "/api/sessions/{id}",
                static (string id, HttpContext context, SessionHandler sessions) =>
                    sessions.GetAsync(id, context)
            )
            .RequireScope(Scopes.Chat)
            .Produces<SessionPage>()
            .WithSummary("The messages of a session, the oldest first")
            .DescribeParameter("after", JsonSchemaType.Integer, "The number of a message")
            .DescribeParameter("limit", JsonSchemaType.Integer, PageQuery.LimitInWords)
            .DescribeErrors(400, 404);
        app.MapDelete(
                "/api/sessions/{id}",
                static (string id, HttpContext context, SessionHandler sessions) =>
                    sessions.DeleteAsync(id, context)
            )
            .RequireScope(Scopes.Chat)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Deletes a session")
            .DescribeErrors(404);
    }
}
