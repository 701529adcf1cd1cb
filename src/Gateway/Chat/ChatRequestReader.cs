using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Turns an HTTP body into a <see cref="ChatRequest"/>, or into the problem to answer.</summary>
internal sealed class ChatRequestReader(ChatRequestRules rules, IOptions<ChatLimits> limits)
{
    /// <param name="context">Whose body to read.</param>
    /// <param name="field">The name under which it has the message.</param>
    public async Task<(ChatRequest? Request, IResult? Problem)> ReadAsync(
        HttpContext context,
        string field = ChatRequestRules.MessageField
    )
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
        {
            return (null, Problems.UnsupportedMediaType(request));
        }
        try
        {
            using var body = await JsonDocument.ParseAsync(
                request.Body,
                cancellationToken: context.RequestAborted
            );
            var errors = new Dictionary<string, string[]>();
            var valid = rules.Check(body.RootElement, errors, field);
            return (valid, valid is null ? Problems.Invalid(errors) : null);
        }
        catch (JsonException e)
        {
            return (null, Problems.Invalid(Malformed(e, field)));
        }
        catch (BadHttpRequestException e)
            when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Problems.TooLarge(request.ContentLength, limits.Value.MaxBodyBytes));
        }
        catch (BadHttpRequestException e)
        {
            return (null, Problems.UnreadableBody(e.StatusCode));
        }
    }

    private static Dictionary<string, string[]> Malformed(JsonException e, string field) =>
        new()
        {
            ["body"] =
            [
                $"body is no JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}): "
                    + $"a JSON object with {field} and, if wanted, session_id is expected.",
            ],
        };
}
