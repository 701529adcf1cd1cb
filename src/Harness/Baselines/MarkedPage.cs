using System.Text;

namespace GatewayBench;

/// <summary>A Markdown page, most of it written by hand, with a part between two marks that is made by a program.</summary>
internal sealed class MarkedPage
{
    private readonly string _path;
    private readonly string _before;
    private readonly string _after;

    private MarkedPage(string path, string before, string after)
    {
        _path = path;
        _before = before;
        _after = after;
    }

    /// <summary>Reads the page, so that a wrong one is known before anything is done.</summary>
    /// <exception cref="InvalidDataException">It has not both marks, in this order and once each.</exception>
    public static MarkedPage Open(string path, string begin, string end) =>
        Of(path, Encoding.UTF8.GetString(WholeFile.Read(path)), begin, end);

    /// <summary>Likewise, of a page that is not written yet.</summary>
    public static MarkedPage Of(string path, string text, string begin, string end)
    {
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        var isClear =
            from >= 0
            && to > from
            && from == text.LastIndexOf(begin, StringComparison.Ordinal)
            && to == text.LastIndexOf(end, StringComparison.Ordinal);
        return isClear
            ? new MarkedPage(path, text[..(from + begin.Length)], text[to..])
            : throw new InvalidDataException(
                $"{path} needs the lines '{begin}' and '{end}', in this order and once each."
            );
    }

    /// <summary>Puts these lines between the marks, in place of what was there.</summary>
    public void Write(IEnumerable<string> lines) =>
        WholeFile.Write(
            _path,
            Encoding.UTF8.GetBytes($"{_before}\n\n{string.Join('\n', lines)}\n\n{_after}")
        );
}
