using System.CommandLine;
using System.Text;

namespace GatewayBench.Cli;

/// <summary>Reads the command line that a result holds: what <see cref="CommandText"/> wrote.</summary>
internal static class StoredCommand
{
    /// <summary>The words of a line for a POSIX shell that quotes by single quotes and backslashes only.</summary>
    public static IReadOnlyList<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (isQuoted, hasWord) = (false, false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\'')
            {
                (isQuoted, hasWord) = (!isQuoted, true);
            }
            else if (line[i] == ' ' && !isQuoted)
            {
                Flush();
            }
            else
            {
                i += line[i] == '\\' && !isQuoted && i + 1 < line.Length ? 1 : 0;
                word.Append(line[i]);
                hasWord = true;
            }
        }
        Flush();
        return words;

        void Flush()
        {
            if (hasWord)
            {
                words.Add(word.ToString());
            }
            word.Clear();
            hasWord = false;
        }
    }

    /// <summary>Words without an option and its values.</summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> words, Option option)
    {
        var left = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] != option.Name)
            {
                left.Add(words[i]);
            }
            else if (option.ValueType != typeof(bool))
            {
                i++;
            }
        }
        return left;
    }
}
