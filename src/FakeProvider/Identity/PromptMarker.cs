using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>
/// The id of a request in its prompt, for gateways that pass no header on: <c>[[gb:</c>, 1 to 32
/// hexadecimal digits that are not all zero, <c>]]</c>, anywhere in the text of a message. The last
/// one counts, since those before it may be of turns that are over; a thing that only looks like one
/// is text.
/// </summary>
internal static partial class PromptMarker
{
    private static ReadOnlySpan<byte> Start => "[[gb:"u8;

    private static ReadOnlySpan<byte> End => "]]"u8;

    public static string TextOf(in RequestId id) => $"[[gb:{id}]]";

    /// <summary>A text without any, nor the space before it.</summary>
    public static string Without(string text) => Any().Replace(text, "");

    /// <summary>Looks through a text once, without a copy.</summary>
    public static bool TryFind(ReadOnlySpan<byte> utf8, out RequestId id)
    {
        id = default;
        while (utf8.IndexOf(Start) is >= 0 and var at)
        {
            utf8 = utf8[(at + Start.Length)..];
            var near = utf8[..Math.Min(utf8.Length, RequestId.MostDigits + End.Length)];
            if (
                near.IndexOf(End) is >= 0 and var length
                && RequestId.TryParse(near[..length], out var found)
            )
            {
                id = found;
            }
        }
        return !id.IsEmpty;
    }

    [GeneratedRegex(@"\s?\[\[gb:[0-9A-Fa-f]{1,32}\]\]")]
    private static partial Regex Any();
}
