namespace Gateway;

/// <summary>Section <c>Auth:Users:NAME</c>.</summary>
internal sealed class UserOptions
{
    /// <summary>What <c>--hash password</c> prints.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>One or more of <see cref="Scopes.All"/>, separated by spaces.</summary>
    public string Scopes { get; set; } = "";
}
