namespace Gateway;

/// <summary>Keeps what a model is shown of a tool's work within limits.</summary>
internal static class ToolResult
{
    public static string Shorten(string text, int maxChars) =>
        text.Length <= maxChars
            ? text
            : $"{text.AsSpan(0, maxChars)}... (the first {maxChars} of {text.Length} characters)";
}
