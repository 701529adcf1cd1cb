using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>
/// Says in a prompt whose it is: <c>[[user:</c>, 16 hexadecimal digits, <c>]]</c>. The
/// provider repeats it, so that a load client can tell a reply that went to the wrong user. No
/// identity of a request: that is <see cref="PromptMarker"/>.
/// </summary>
internal static partial class UserMarker
{
    /// <summary>Of UTF-8.</summary>
    public const int Length = 25;

    /// <summary>By <see cref="TokenRule"/>.</summary>
    public const int Tokens = (Length + TokenRule.BytesPerToken - 1) / TokenRule.BytesPerToken;

    /// <summary>More different ones in one request are not looked for.</summary>
    public const int Most = 4;

    private const int Digits = 16;

    private static ReadOnlySpan<byte> Start => "[[user:"u8;

    private static ReadOnlySpan<byte> End => "]]"u8;

    public static string TextOf(ulong user) =>
        string.Create(CultureInfo.InvariantCulture, $"[[user:{user:x16}]]");

    /// <summary>A text without any, nor the space before it.</summary>
    public static string Without(string text) => Any().Replace(text, "");

    /// <param name="target">Room for <see cref="Length"/> bytes.</param>
    /// <param name="user">Whose.</param>
    public static void Write(Span<byte> target, ulong user)
    {
        Start.CopyTo(target);
        Utf8Formatter.TryFormat(
            user,
            target[Start.Length..],
            out _,
            new StandardFormat('x', Digits)
        );
        End.CopyTo(target[(Start.Length + Digits)..]);
    }

    /// <summary>The different markers in a text, in order of appearance.</summary>
    /// <param name="utf8">JSON will do: nothing of a marker is escaped there.</param>
    /// <returns>Null where there is none.</returns>
    public static IReadOnlyList<ulong>? FindAll(in ReadOnlySequence<byte> utf8)
    {
        List<ulong>? users = null;
        var reader = new SequenceReader<byte>(utf8);
        Span<byte> rest = stackalloc byte[Digits + 2];
        while (
            users is not { Count: Most }
            && reader.TryReadTo(out ReadOnlySequence<byte> _, Start)
            && reader.TryCopyTo(rest)
        )
        {
            if (TryRead(rest, out var user) && users?.Contains(user) is not true)
            {
                (users ??= []).Add(user);
            }
        }
        return users;
    }

    /// <summary>Whether a text holds the marker of anybody else.</summary>
    public static bool HasOther(ReadOnlySpan<byte> utf8, ulong user) =>
        Has(utf8, user, static (found, own) => found != own);

    /// <summary>Whether a text holds a user's marker.</summary>
    public static bool Has(ReadOnlySpan<byte> utf8, ulong user) =>
        Has(utf8, user, static (found, own) => found == own);

    [GeneratedRegex(@"\s?\[\[user:[0-9A-Fa-f]{16}\]\]")]
    private static partial Regex Any();

    private static bool Has(ReadOnlySpan<byte> utf8, ulong user, Func<ulong, ulong, bool> counts)
    {
        while (utf8.IndexOf(Start) is >= 0 and var at)
        {
            utf8 = utf8[(at + Start.Length)..];
            if (TryRead(utf8, out var found) && counts(found, user))
            {
                return true;
            }
        }
        return false;
    }

    /// <param name="rest">What follows the start.</param>
    /// <param name="user">Whose it is.</param>
    private static bool TryRead(ReadOnlySpan<byte> rest, out ulong user)
    {
        user = 0;
        return rest.Length >= Digits + End.Length
            && rest[Digits..].StartsWith(End)
            && ulong.TryParse(
                rest[..Digits],
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out user
            );
    }
}
