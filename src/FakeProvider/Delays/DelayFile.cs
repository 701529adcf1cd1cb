using System.Text;

namespace GatewayBench;

/// <summary>Reads a file of durations, one in a line.</summary>
internal static class DelayFile
{
    private const int MostLines = 1_000_000;
    private const int MostCharacters = 200;
    private const int MostShown = 40;
    private const string Allowed =
        $"one duration from zero to 24 hours in a line, {Duration.Allowed}; comments begin with #; "
        + "at most 1,000,000 lines of at most 200 characters";

    /// <exception cref="InvalidDataException">A line is no duration, or there are none or too
    /// many.</exception>
    public static TimeSpan[] Read(string path)
    {
        using var reader = new StreamReader(path);
        var durations = new List<TimeSpan>();
        for (var number = 1; ReadLine(reader) is { } line; number++)
        {
            if (number > MostLines)
            {
                throw Invalid(path, number, line, "is one line too many");
            }
            if (line.Length > MostCharacters)
            {
                throw Invalid(path, number, line, "is too long");
            }
            var text = line.Split('#', 2)[0].Trim();
            if (text.Length == 0)
            {
                continue;
            }
            if (!Duration.TryParse(text, out var duration) || duration > Delay.Longest)
            {
                throw Invalid(path, number, text, "is no such duration");
            }
            durations.Add(duration);
        }
        return durations.Count > 0
            ? [.. durations]
            : throw new InvalidDataException($"{path} holds no duration; allowed: {Allowed}.");
    }

    // Not StreamReader's own: a file without line ends would be read into memory as a whole.
    private static string? ReadLine(StreamReader reader)
    {
        var line = new StringBuilder();
        int next;
        while ((next = reader.Read()) is not (-1 or '\n') && line.Length <= MostCharacters)
        {
            line.Append((char)next);
        }
        return next == -1 && line.Length == 0 ? null : line.ToString();
    }

    private static InvalidDataException Invalid(string path, int line, string text, string what)
    {
        var shown = text.Length <= MostShown ? text : text[..MostShown] + "...";
        return new($"{path}, line {line}: '{shown}' {what}; allowed: {Allowed}.");
    }
}
