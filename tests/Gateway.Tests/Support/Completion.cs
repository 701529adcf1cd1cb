using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

/// <summary>What an OpenAI-compatible provider answers a chat with.</summary>
internal static class Completion
{
    public const string Model = "scripted-1";

    public static Task WriteAsync(HttpContext context, string reply) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = 1_760_000_000,
                model = Model,
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        message = new { role = "assistant", content = reply },
                        finish_reason = "stop",
                    },
                },
                usage = new
                {
                    prompt_tokens = 12,
                    completion_tokens = 5,
                    total_tokens = 17,
                },
            },
            context.RequestAborted
        );
}
