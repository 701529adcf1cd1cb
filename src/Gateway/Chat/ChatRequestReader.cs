namespace Gateway;

/// <summary>Turns an HTTP body into a <see cref="ChatRequest"/>, or into the problem to answer.</summary>
internal sealed class ChatRequestReader(ChatRequestRules rules)
{
    /// <param name="context">Whose body to read.</param>
    /// <param name="field">The name under which it has the message.</param>
    public Task<(ChatRequest? Request, IResult? Problem)> ReadAsync(
        HttpContext context,
        string field = ChatRequestRules.MessageField
    ) =>
        JsonBody.ReadAsync(
            context,
            $"a JSON object with {field} and, if wanted, session_id",
            (body, errors) => rules.Check(body, errors, field)
        );
}
