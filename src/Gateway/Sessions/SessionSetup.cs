using Microsoft.Extensions.Options;

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
        var session = app.MapGroup("/api/sessions/{id}").RequireScope(Scopes.Chat);
        session.MapGet(
            "",
            static (string id, HttpContext context, SessionHandler sessions) =>
                sessions.GetAsync(id, context)
        );
        session.MapDelete(
            "",
            static (string id, HttpContext context, SessionHandler sessions) =>
                sessions.DeleteAsync(id, context)
        );
    }
}
