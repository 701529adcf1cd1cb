namespace GatewayBench;

/// <summary>Breaks text into lines that fit the console report.</summary>
internal static class TextWrap
{
    public const int Columns = 100;

    /// <summary>Continuation lines are indented twice as far; a word longer than a line is broken.</summary>
    public static IEnumerable<string> Wrap(string text, int indent)
    {
        var margin = indent;
        while (text.Length > Columns - margin)
        {
            var at = text.LastIndexOf(' ', Columns - margin);
            at = at <= 0 ? Columns - margin : at;
            yield return new string(' ', margin) + text[..at];
            text = text[at..].TrimStart();
            margin = 2 * indent;
        }
        yield return new string(' ', margin) + text;
    }
}
