using System.Text;

namespace Gateway;

/// <summary>
/// Text as any database takes it. What models and callers say may hold a NUL, which PostgreSQL
/// refuses, or half a surrogate pair, which is no Unicode: both become U+FFFD.
/// </summary>
internal static class StoredText
{
    public static string From(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\0')
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD')
            : text;
}
