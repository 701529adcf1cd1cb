namespace GatewayBench;

/// <summary>
/// HTML or SVG that may be shown as it is. It is made by <see cref="Of"/>, which escapes every text
/// that is put into it: what a result holds can't become markup by being forgotten.
/// </summary>
internal readonly record struct Markup
{
    private readonly string? _html;

    private Markup(string html) => _html = html;

    public static Markup None => default;

    /// <summary>The literal parts as they are, the rest escaped, but for what is markup already.</summary>
    public static Markup Of(ref MarkupHandler parts) => new(parts.Html);

    /// <summary>The page's own style sheet, the one text whose signs are to stay as they are.</summary>
    public static Markup OfStyleSheet() => new(StyleSheet.Text);

    public override string ToString() => _html ?? "";
}
