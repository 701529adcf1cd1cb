using System.Text.Json;

namespace Gateway;

/// <summary>Reads a request's body as JSON, whatever is expected in it.</summary>
internal static class JsonBody
{
    /// <param name="context">The request.</param>
    /// <param name="maxBytes">The limit that the server enforces, for the refusal's words.</param>
    /// <exception cref="JsonBodyException">It is too large, of another type, or broken off.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpContext context, int maxBytes)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
        {
            throw new JsonBodyException(Problems.UnsupportedMediaType(request));
        }
        try
        {
            return await JsonDocument.ParseAsync(
                request.Body,
                cancellationToken: context.RequestAborted
            );
        }
        catch (BadHttpRequestException e)
        {
            throw new JsonBodyException(
                e.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? Problems.TooLarge(request.ContentLength, maxBytes)
                    : Problems.UnreadableBody(e.StatusCode)
            );
        }
    }

    /// <summary>Where a body stops being JSON.</summary>
    public static string Place(JsonException e) =>
        $"body is no JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})";
}
