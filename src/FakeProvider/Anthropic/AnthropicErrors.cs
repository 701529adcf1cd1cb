using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Errors in Anthropic's words.</summary>
internal static class AnthropicErrors
{
    private const string ThreadCode = "thread_unsupported_request";

    /// <remarks>Needs the header of <see cref="RequestIds"/>, which the body repeats.</remarks>
    public static void Write(HttpResponse response, ApiError error) =>
        JsonResponse.Write(
            response,
            error.Status,
            (error, (string?)response.Headers[RequestIds.Header]),
            WriteBody
        );

    /// <summary>The error of a stream that fails after its headers.</summary>
    public static void WriteEvent(EventStream events, ApiError error) =>
        events.Write("error"u8, (error, (string?)null), WriteBody);

    /// <summary>The type that stands for an HTTP status.</summary>
    public static string TypeOf(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => "authentication_error",
            StatusCodes.Status402PaymentRequired => "billing_error",
            StatusCodes.Status403Forbidden => "permission_error",
            StatusCodes.Status404NotFound => "not_found_error",
            StatusCodes.Status413PayloadTooLarge => "request_too_large",
            StatusCodes.Status429TooManyRequests => "rate_limit_error",
            StatusCodes.Status504GatewayTimeout => "timeout_error",
            Overloaded => "overloaded_error",
            >= StatusCodes.Status500InternalServerError => "api_error",
            _ => "invalid_request_error",
        };

    /// <summary>The status of <c>overloaded_error</c>, which is no standard one.</summary>
    public const int Overloaded = 529;

    /// <summary>Ends the reading of a bad request.</summary>
    /// <param name="path">Which part of it is bad, such as <c>messages.0.content</c>.</param>
    /// <param name="message">What is wrong with it.</param>
    public static ApiErrorException Invalid(string path, string message) =>
        new(new ApiError(StatusCodes.Status400BadRequest, $"{path}: {message}", path));

    /// <summary>The error of an outage or an overload.</summary>
    public static ApiError Unavailable(in Unavailability why) =>
        why.Reason == RefusalReason.Overload
            ? new ApiError(Overloaded, "Overloaded")
            : new ApiError(
                why.Status ?? StatusCodes.Status503ServiceUnavailable,
                "The service is down for the moment. Please try again later."
            );

    /// <summary>The error of a prompt that does not fit into its model's context window.</summary>
    public static ApiError ContextExceeded(ModelRequest request, int window)
    {
        var prompt = request.Prompt.Tokens;
        return new ApiError(
            StatusCodes.Status400BadRequest,
            prompt > window
                ? $"prompt is too long: {prompt} tokens > {window} maximum"
                : $"input length and `max_tokens` exceed context limit: {prompt} + "
                    + $"{request.MaxTokens} > {window}, decrease input length or `max_tokens`"
        );
    }

    /// <summary>
    /// What a request for a thread is told, for this fake keeps no conversations: by this code
    /// Anthropic's SDK knows to send the whole conversation instead.
    /// </summary>
    public static ApiErrorException NoThreads() =>
        new(
            new ApiError(
                StatusCodes.Status400BadRequest,
                "thread: not supported here, send the whole conversation without it",
                "thread",
                ThreadCode
            )
        );

    private static string MessageOf(ApiError error) =>
        error.Code == ApiErrors.MissingCode ? $"{error.Param}: Field required" : error.Message;

    private static void WriteBody(Utf8JsonWriter json, in (ApiError Error, string? RequestId) of)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "error"u8);
        json.WriteStartObject("error"u8);
        json.WriteString("type"u8, TypeOf(of.Error.Status));
        json.WriteString("message"u8, MessageOf(of.Error));
        if (of.Error.Code == ThreadCode)
        {
            json.WriteStartObject("details"u8);
            json.WriteString("error_code"u8, ThreadCode);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        // An event has none: the headers said it before.
        if (of.RequestId is not null)
        {
            json.WriteString("request_id"u8, of.RequestId);
        }
        json.WriteEndObject();
    }
}
