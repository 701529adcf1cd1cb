using System.Net;

namespace GatewayBench;

/// <summary>Text that may hold anything, as a line of Markdown.</summary>
internal static class MarkdownText
{
    public static string Of(string line)
    {
        var text = WebUtility.HtmlEncode(line);
        return text.StartsWith('*') ? "\\" + text : text;
    }
}
