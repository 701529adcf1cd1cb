using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Knows the users' passwords by their hashes (PBKDF2 with a salt each).</summary>
internal sealed class Passwords
{
    // The hasher's own mark of its current format, the first byte of what it makes.
    private const byte Format = 1;

    private static readonly PasswordHasher<string> Hasher = new();

    private readonly Dictionary<string, UserOptions> _users;
    private readonly string _nobodys = Hash(Guid.NewGuid().ToString());

    public Passwords(IOptions<AuthOptions> options) => _users = options.Value.Users;

    public static string Hash(string password) => Hasher.HashPassword("", password);

    public static bool IsHash(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written)
            && written > 0
            && bytes[0] is Format;
    }

    /// <returns>The user's scopes, or null if there is no such user or it is another password.</returns>
    public string[]? ScopesOf(string user, string password)
    {
        var known = _users.GetValueOrDefault(user);
        // Whether there is a user must not show in the time that a refusal takes.
        var outcome = Hasher.VerifyHashedPassword(user, known?.PasswordHash ?? _nobodys, password);
        return known is not null && outcome is not PasswordVerificationResult.Failed
            ? Scopes.Split(known.Scopes)
            : null;
    }
}
