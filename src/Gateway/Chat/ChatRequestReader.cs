namespace Gateway;

/// <summary>Turns an HTTP body into a <see cref="ChatRequest"/>, or into the problem to answer.</summary>
internal sealed class ChatRequestReader(ChatRequestRules rules)
{
    public Task<(ChatRequest? Request, IResult? Problem)> ReadAsync(HttpContext context) =>
        JsonBody.ReadAsync(
            context,
            "a JSON object with message and, if wanted, session_id",
            (body, errors) => rules.Check(body, errors)
        );
}
