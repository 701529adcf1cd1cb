using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers and maps <c>POST /api/chat</c>.</summary>
internal static class ChatSetup
{
    public static void AddChat(this IServiceCollection services)
    {
        services.AddOptions<ChatLimits>().BindConfiguration(ChatLimits.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ChatLimits>, ChatLimits.Validator>();
        services.AddSingleton<ChatRequestRules>();
        services.AddSingleton<ChatRequestReader>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<TurnFailures>();
        services.AddSingleton<TurnEvents>();
        services.AddSingleton<ChatStream>();
        services.AddSingleton<ChatHandler>();
    }

    public static void MapChat(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<IOptions<ChatLimits>>().Value;
        app.MapPost(
                "/api/chat",
                static (HttpContext context, ChatHandler chat) => chat.HandleAsync(context)
            )
            .WithMetadata(new RequestSizeLimitAttribute(limits.MaxBodyBytes))
            .RequireScope(Scopes.Chat)
            .DescribeBody<ChatRequest>()
            .Produces<TurnEvent>(StatusCodes.Status200OK, "text/event-stream")
            .DescribeAnswer<ChatReply>()
            .WithSummary("One turn, as a whole or as server-sent events")
            .DescribeErrors(404, 409, 422, 502);
    }
}
