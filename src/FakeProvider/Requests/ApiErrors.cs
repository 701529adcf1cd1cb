using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>The errors of the API, apart from the rate limits'.</summary>
internal static class ApiErrors
{
    public const string MissingCode = "missing_required_parameter";

    public static ApiError UnknownPath(HttpRequest request) =>
        new(
            StatusCodes.Status404NotFound,
            $"Unknown path: {request.Method} {request.Path}",
            Code: "unknown_url"
        );

    public static ApiError WrongMethod(HttpRequest request, string allowed) =>
        new(
            StatusCodes.Status405MethodNotAllowed,
            $"{request.Path} does not take {request.Method}; allowed: {allowed}.",
            Code: "method_not_supported"
        );

    public static ApiError TooLarge(long allowedBytes) =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            $"The request body is larger than the {allowedBytes} bytes allowed."
        );

    public static ApiError UnreadableBody(int status) =>
        new(status, "The request body could not be read to its end.");

    public static ApiErrorException BadJson(JsonException? where = null)
    {
        var position = where is { LineNumber: { } line, BytePositionInLine: { } column }
            ? $" (line {line + 1}, byte {column + 1})"
            : "";
        return BadRequest($"The request body is not valid JSON{position}.");
    }

    public static ApiErrorException NotAnObject() =>
        BadRequest("The request body must be a JSON object.");

    public static ApiErrorException Missing(string param) =>
        BadRequest($"Missing required parameter: '{param}'.", param, MissingCode);

    public static ApiErrorException EmptyArray(string param) =>
        BadRequest($"'{param}' is an empty array; it needs at least one.", param, "empty_array");

    public static ApiErrorException WrongType(
        string param,
        JsonTokenType actual,
        string expected
    ) =>
        BadRequest(
            $"'{param}' is of the wrong type: {Name(actual)} instead of {expected}.",
            param,
            "invalid_type"
        );

    public static ApiErrorException WrongType(
        string param,
        JsonValueKind actual,
        string expected
    ) => WrongType(param, TokenOf(actual), expected);

    public static ApiErrorException WrongValue(string param, string expected) =>
        BadRequest(
            $"'{param}' has a value that is not allowed; allowed: {expected}.",
            param,
            "invalid_value"
        );

    public static ApiErrorException TooMany(
        string param,
        string what,
        int actual,
        int most,
        string code
    ) => BadRequest($"'{param}' has {actual} {what}; allowed: at most {most}.", param, code);

    public static ApiErrorException Unsupported(string param, string what) =>
        BadRequest($"This fake provider does not support {what}.", param, "unsupported_value");

    public static ApiErrorException NeedsTools(string param) =>
        BadRequest($"'{param}' is only allowed when 'tools' are specified.", param);

    public static ApiError UnknownModel(string model) =>
        new(
            StatusCodes.Status404NotFound,
            $"The model '{model}' does not exist.",
            "model",
            "model_not_found"
        );

    private static ApiErrorException BadRequest(
        string message,
        string? param = null,
        string? code = null
    ) => new(new ApiError(StatusCodes.Status400BadRequest, message, param, code));

    private static string Name(JsonTokenType type) =>
        type switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => "a boolean",
        };

    private static JsonTokenType TokenOf(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.Object => JsonTokenType.StartObject,
            JsonValueKind.Array => JsonTokenType.StartArray,
            JsonValueKind.String => JsonTokenType.String,
            JsonValueKind.Number => JsonTokenType.Number,
            JsonValueKind.Null => JsonTokenType.Null,
            _ => JsonTokenType.True,
        };
}
