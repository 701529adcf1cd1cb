namespace Gateway;

/// <summary>Shows somebody else's text in a message without letting it grow.</summary>
internal static class Quoted
{
    private const int MaxChars = 40;

    public static string Truncate(string text) =>
        text.Length <= MaxChars ? text : $"{text.AsSpan(0, MaxChars)}...";
}
