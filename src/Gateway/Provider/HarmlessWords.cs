using System.Buffers;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Tells which of a provider's messages a caller may read: short ones of plain words and numbers. Keys,
/// accounts, hosts and addresses mix letters with digits, or have marks that plain words don't; what
/// holds one of the gateway's own keys is none either way.
/// </summary>
internal sealed class HarmlessWords(IOptions<ProviderOptions> provider)
{
    private const int MaxChars = 500;
    private const int MaxWordChars = 30;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_ .,:;'\"`()[]"
    );

    private static readonly SearchValues<char> BetweenWords = SearchValues.Create(" .,:;'\"`()[]");

    private readonly IReadOnlyList<string> _keys = provider.Value.Keys;

    public bool Are(string message)
    {
        if (
            message.Length is 0 or > MaxChars
            || message.AsSpan().ContainsAnyExcept(Allowed)
            || _keys.Any(key => message.Contains(key, StringComparison.Ordinal))
        )
        {
            return false;
        }
        var rest = message.AsSpan();
        while (rest.Length > 0)
        {
            var length = rest.IndexOfAny(BetweenWords);
            var word = length < 0 ? rest : rest[..length];
            if (!IsPlain(word))
            {
                return false;
            }
            rest = rest[Math.Min(word.Length + 1, rest.Length)..];
        }
        return true;
    }

    private static bool IsPlain(ReadOnlySpan<char> word) =>
        word.Length <= MaxWordChars
        && !(word.ContainsAnyInRange('0', '9') && word.ContainsAnyExceptInRange('0', '9'));
}
