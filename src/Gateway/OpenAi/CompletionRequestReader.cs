namespace Gateway;

/// <summary>
/// Reads the body of <c>POST /v1/chat/completions</c>. Fields that it doesn't know are left alone, as
/// SDKs send new ones before anybody needs them; fields that would change the form of the answer, and
/// can't be honoured, are refused.
/// </summary>
internal sealed class CompletionRequestReader(GatewayModels models)
{
    /// <exception cref="OpenAiException">A field is refused.</exception>
    public Task<(CompletionRequest? Request, IResult? Problem)> ReadAsync(HttpContext context) =>
        JsonBody.ReadAsync(
            context,
            "a JSON object with model and messages",
            (body, _) => Read(new OpenAiFields(body))
        );

    private CompletionRequest Read(OpenAiFields body)
    {
        UnsupportedFields.Refuse(body);
        var model = models.Find(body.RequireText("model")).Id;
        var messages = CompletionMessages.Read(body);
        var stream = body.Flag("stream") ?? false;
        var streaming = body.Object("stream_options");
        if (streaming is not null && !stream)
        {
            throw OpenAiFields.Refuse(
                "stream_options",
                body.Find("stream_options")!.Value,
                "it is allowed only where stream is true"
            );
        }
        return new CompletionRequest(
            messages,
            CompletionOptionsReader.Read(body, model),
            stream,
            streaming?.Flag("include_usage") ?? false
        );
    }
}
