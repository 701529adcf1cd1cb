using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Knows callers by their API keys, of which it has only hashes. A key is 256 random bits, so a plain
/// SHA-256 is enough: there is nothing to guess, and it is computed for every request.
/// </summary>
internal sealed class ApiKeys
{
    /// <summary>What every key begins with: it tells keys from tokens.</summary>
    public const string Prefix = "gw-";

    private readonly (byte[] Hash, ClaimsPrincipal Holder)[] _keys;

    public ApiKeys(IOptions<AuthOptions> options) =>
        _keys = [
            .. options.Value.ApiKeys.Select(key =>
                (
                    Convert.FromHexString(key.Value.Hash),
                    Principals.Of(key.Key, Scopes.Split(key.Value.Scopes), ApiKeyHandler.Scheme)
                )
            ),
        ];

    public static string New() =>
        Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static bool IsHash(string text) =>
        text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigit);

    /// <returns>Null if it is nobody's.</returns>
    public ClaimsPrincipal? HolderOf(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        ClaimsPrincipal? holder = null;
        // All are compared, and each to its end, so that the time tells nothing about any.
        foreach (var (known, its) in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, known))
            {
                holder = its;
            }
        }
        return holder;
    }
}
