using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>The error of a prompt that is too long, as OpenAI words it.</summary>
internal static class ContextErrors
{
    public static ApiError Exceeded(ModelRequest request, int window) =>
        new(
            StatusCodes.Status400BadRequest,
            $"This model's maximum context length is {window} tokens. However, {Asked(request)}",
            "messages",
            "context_length_exceeded"
        );

    private static string Asked(ModelRequest request)
    {
        var prompt = request.Prompt.Tokens;
        return request.MaxTokens is { } most
            ? $"you requested {(long)prompt + most} tokens ({prompt} in the messages, {most} in the "
                + "completion). Please reduce the length of the messages or completion."
            : $"your messages resulted in {prompt} tokens. Please reduce the length of the messages.";
    }
}
