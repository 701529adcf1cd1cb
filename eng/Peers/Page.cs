using System.CommandLine;

namespace GatewayBench.Peers;

/// <summary>The page that measured tables go into, between two marks.</summary>
internal static class Page
{
    public const string Begin = "<!-- measured: begin -->";
    public const string End = "<!-- measured: end -->";

    /// <summary>Names a page on the command line; by default none is written.</summary>
    public static Option<string?> Option() =>
        new("--write")
        {
            Description = "A Markdown page to put the tables into, between its two marks.",
        };

    /// <summary>Reads the page, so that a wrong one is known before anything is measured.</summary>
    /// <exception cref="IOException">It can't be read, or has not both marks.</exception>
    public static MarkedPage Open(string path)
    {
        try
        {
            return MarkedPage.Open(path, Begin, End);
        }
        catch (InvalidDataException e)
        {
            // Wrong usage, and not a measurement that is worth nothing.
            throw new IOException(e.Message, e);
        }
    }
}
