namespace Gateway;

/// <summary>The answer of <c>POST /auth/login</c>, as OAuth 2.0 has it (RFC 6749, section 5.1).</summary>
/// <param name="AccessToken">To be sent as <c>Authorization: Bearer</c>.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds for which it is good.</param>
/// <param name="Scope">What it allows, separated by spaces.</param>
internal sealed record LoginReply(
    string AccessToken,
    string TokenType,
    int ExpiresIn,
    string Scope
);
