using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>What each part of an answer says about the whole, before the provider has said it.</summary>
/// <param name="Id">The answer's.</param>
/// <param name="Created">When, in seconds since 1970.</param>
/// <param name="Model">The one that was asked for.</param>
internal sealed record CompletionHead(string Id, long Created, string Model)
{
    public static CompletionHead For(ChatOptions options, TimeProvider clock) =>
        new(
            $"chatcmpl-{Guid.NewGuid():N}",
            clock.GetUtcNow().ToUnixTimeSeconds(),
            options.ModelId!
        );

    /// <summary>The same with what an update knows better.</summary>
    public CompletionHead Heed(ChatResponseUpdate update)
    {
        var id = update.ResponseId ?? Id;
        var created = update.CreatedAt?.ToUnixTimeSeconds() ?? Created;
        var model = update.ModelId ?? Model;
        return id == Id && created == Created && model == Model ? this : new(id, created, model);
    }

    public static bool IsRefusal(AIContent content) =>
        content is ErrorContent { ErrorCode: SdkAnswers.RefusalCode };
}
