using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GatewayBench;

/// <summary>What the compiler makes of the text given to <see cref="Markup.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler(int literalLength, int formattedCount)
{
    private const int TypicalPart = 24;
    private readonly StringBuilder _html = new(literalLength + TypicalPart * formattedCount);

    public string Html => _html.ToString();

    public void AppendLiteral(string literal) => _html.Append(literal);

    public void AppendFormatted(Markup markup) => _html.Append(markup.ToString());

    public void AppendFormatted(IEnumerable<Markup> markups)
    {
        foreach (var markup in markups)
        {
            _html.Append(markup.ToString());
        }
    }

    public void AppendFormatted(string? text) => _html.Append(ForeignText.Escape(text ?? ""));

    /// <summary>Two decimals are finer than a pixel.</summary>
    public void AppendFormatted(double number) =>
        _html.Append(number.ToString("0.##", CultureInfo.InvariantCulture));

    public void AppendFormatted(int number) =>
        _html.Append(number.ToString(CultureInfo.InvariantCulture));
}
