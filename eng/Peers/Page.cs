using System.CommandLine;

namespace GatewayBench.Peers;

/// <summary>A Markdown page, most of it written by hand, with a measured part between two marks.</summary>
internal sealed class Page
{
    public const string Begin = "<!-- measured: begin -->";
    public const string End = "<!-- measured: end -->";
    private readonly string _path;
    private readonly string _before;
    private readonly string _after;

    private Page(string path, string before, string after)
    {
        _path = path;
        _before = before;
        _after = after;
    }

    /// <summary>Names a page on the command line; by default none is written.</summary>
    public static Option<string?> Option() =>
        new("--write")
        {
            Description = "A Markdown page to put the tables into, between its two marks.",
        };

    /// <summary>Reads the page, so that a wrong one is known before anything is measured.</summary>
    /// <exception cref="IOException">It can't be read, or has not both marks.</exception>
    public static Page Open(string path)
    {
        var text = File.ReadAllText(path);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? new Page(path, text[..(begin + Begin.Length)], text[end..])
            : throw new IOException(
                $"{path} needs the lines '{Begin}' and '{End}', in this order."
            );
    }

    /// <summary>Puts these lines between the marks, in place of what was there.</summary>
    public void Write(IEnumerable<string> lines) =>
        File.WriteAllText(_path, $"{_before}\n\n{string.Join('\n', lines)}\n\n{_after}");
}
