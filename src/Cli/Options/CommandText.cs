using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The command line as it may stand in a report.</summary>
internal static class CommandText
{
    /// <summary>Stands for a value that stays out.</summary>
    public const string LeftOut = "...";

    /// <summary>As it was typed, but for values of options that hold secrets.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="secret">The options whose values stay out, unless they name a file.</param>
    public static string Of(ParseResult parsed, params IReadOnlyList<Option> secret)
    {
        var words = new List<string>();
        var isSecret = false;
        foreach (var token in parsed.Tokens.Select(token => token.Value))
        {
            var isOption = token.StartsWith("--", StringComparison.Ordinal);
            words.Add(isSecret && !isOption && !token.StartsWith('@') ? LeftOut : Quoted(token));
            isSecret = isOption && secret.Any(option => option.Name == token);
        }
        return $"gatewaybench {string.Join(' ', words)}";
    }

    /// <summary>For a POSIX shell.</summary>
    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,@%+".Contains(c))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
