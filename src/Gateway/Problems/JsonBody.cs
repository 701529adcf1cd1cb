using System.Text.Json;

namespace Gateway;

/// <summary>Reads a JSON body and has it checked, or says which problem to answer.</summary>
internal static class JsonBody
{
    /// <param name="context">Whose body it is.</param>
    /// <param name="expected">What the body should be, in words, for one that is no JSON at all.</param>
    /// <param name="check">Makes the request of the body, or adds to the errors by field.</param>
    public static async Task<(T? Request, IResult? Problem)> ReadAsync<T>(
        HttpContext context,
        string expected,
        Func<JsonElement, IDictionary<string, string[]>, T?> check
    )
        where T : class
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
        {
            return (null, Problems.UnsupportedMediaType(request));
        }
        var errors = new Dictionary<string, string[]>();
        try
        {
            using var body = await JsonDocument.ParseAsync(
                request.Body,
                cancellationToken: context.RequestAborted
            );
            if (check(body.RootElement, errors) is { } valid)
            {
                return (valid, null);
            }
        }
        catch (JsonException e)
        {
            errors["body"] =
            [
                $"body is no JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}): "
                    + $"{expected} is expected.",
            ];
        }
        catch (InvalidOperationException)
        {
            errors["body"] = [$"body has a name that is no valid Unicode: {expected} is expected."];
        }
        catch (BadHttpRequestException e)
        {
            return (null, Problems.Unreadable(e, context));
        }
        return (null, Problems.Invalid(errors));
    }
}
