namespace Gateway;

/// <summary>The rules that need no configuration.</summary>
internal static class BuiltInRules
{
    public const string CardNumber = "card_number";
    public const string ApiKey = "api_key";
    public const string Email = "email";

    /// <summary>13 to 19 digits, grouped by spaces or hyphens or not, with a valid check digit.</summary>
    private const string CardPattern = @"\b[2-6](?:[ -]?[0-9]){12,18}\b";

    /// <summary>What well-known services' keys begin with, and about as much as theirs have after that.</summary>
    private const string KeyPattern =
        @"\b(?:sk-[A-Za-z0-9_-]{16,200}"
        + @"|(?:AKIA|ASIA)[A-Z0-9]{16}"
        + "|gh[opsru]_[A-Za-z0-9]{36,40}"
        + "|github_pat_[A-Za-z0-9_]{22,82}"
        + "|glpat-[A-Za-z0-9_-]{20,64}"
        + "|xox[abeprs]-[A-Za-z0-9-]{10,80}"
        + "|AIza[A-Za-z0-9_-]{35})";

    private const string EmailPattern =
        @"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}";

    public static readonly IReadOnlyList<string> Names = [CardNumber, ApiKey, Email];

    public static GuardrailRule Create(string name, TimeSpan timeout) =>
        name switch
        {
            CardNumber => new(name, CardPattern, timeout, Luhn.CardLength),
            ApiKey => new(name, KeyPattern, timeout),
            Email => new(name, EmailPattern, timeout),
            _ => throw new ArgumentException($"There is no rule '{name}'.", nameof(name)),
        };
}
