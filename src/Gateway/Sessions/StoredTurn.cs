namespace Gateway;

/// <summary>A row of <c>turns</c>.</summary>
internal sealed record StoredTurn(
    long Number,
    string Id,
    string Message,
    string Reply,
    long? InputTokens,
    long? OutputTokens,
    long CreatedAt
)
{
    /// <summary>Its two messages.</summary>
    public IEnumerable<SessionMessage> ToMessages()
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt);
        yield return new((2 * Number) - 1, "user", Message, Id, at, null);
        yield return new(2 * Number, "assistant", Reply, Id, at, Usage);
    }

    private ChatUsage? Usage =>
        InputTokens is null && OutputTokens is null
            ? null
            : new(InputTokens ?? 0, OutputTokens ?? 0, (InputTokens ?? 0) + (OutputTokens ?? 0));
}
