using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Errors in Anthropic's words.</summary>
internal static class AnthropicErrors
{
    /// <remarks>Needs the header of <see cref="RequestIds"/>, which the body repeats.</remarks>
    public static void Write(HttpResponse response, ApiError error) =>
        JsonResponse.Write(
            response,
            error.Status,
            (error, (string?)response.Headers[RequestIds.Header]),
            WriteBody
        );

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

    private static string MessageOf(ApiError error) =>
        error.Code == ApiErrors.MissingCode ? $"{error.Param}: Field required" : error.Message;

    private static void WriteBody(Utf8JsonWriter json, in (ApiError Error, string? RequestId) of)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "error"u8);
        json.WriteStartObject("error"u8);
        json.WriteString("type"u8, TypeOf(of.Error.Status));
        json.WriteString("message"u8, MessageOf(of.Error));
        json.WriteEndObject();
        json.WriteString("request_id"u8, of.RequestId);
        json.WriteEndObject();
    }
}
