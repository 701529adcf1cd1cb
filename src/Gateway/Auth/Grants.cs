using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// What each caller may do, as the settings say it now: for work that goes on when the request that
/// asked for it is gone, and for tokens that are older than the settings.
/// </summary>
internal sealed class Grants(IOptions<AuthOptions> options)
{
    private readonly AuthOptions _auth = options.Value;

    /// <summary>Whether a caller has a scope; while nobody has to say who they are, all have all.</summary>
    public bool Allow(string caller, string scope) =>
        !_auth.Enabled || (OfUser(caller) ?? OfKey(caller))?.Contains(scope) is true;

    /// <returns>A user's scopes; null if there is no such user.</returns>
    public string[]? OfUser(string name) =>
        _auth.Users.GetValueOrDefault(name) is { } user ? Scopes.Split(user.Scopes) : null;

    private string[]? OfKey(string name) =>
        _auth.ApiKeys.GetValueOrDefault(name) is { } key ? Scopes.Split(key.Scopes) : null;
}
