using System.CommandLine;
using System.CommandLine.Invocation;

namespace GatewayBench.Cli;

/// <summary>Help for more options than one list can hold: in groups, at most 100 columns wide.</summary>
internal sealed class ProviderHelp(IReadOnlyList<OptionsGroup> groups)
    : SynchronousCommandLineAction
{
    private const int Width = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        foreach (var line in Wrapped(command.Description!, Width))
        {
            output.WriteLine(line);
        }
        output.WriteLine();
        output.WriteLine($"Usage: {command.Parents.Single().Name} {command.Name} [options]");
        var left = groups.SelectMany(group => group.Options).Max(option => Name(option).Length) + 2;
        foreach (var (title, options) in groups)
        {
            output.WriteLine();
            output.WriteLine($"{title}:");
            foreach (var option in options)
            {
                var name = Name(option);
                foreach (var line in Wrapped(option.Description!, Width - left))
                {
                    output.WriteLine(name.PadRight(left) + line);
                    name = "";
                }
            }
        }
        return ExitCodes.Success;
    }

    private static string Name(Option option) =>
        $"  {option.Name}{(option.Arity.MinimumNumberOfValues == 0 ? "" : $" <{option.HelpName}>")}";

    /// <summary>A default stays in one line with its label.</summary>
    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Replace("[default: ", "[default:\u00A0").Split(' '))
        {
            if (line.Length + 1 + word.Length > width)
            {
                yield return line.Replace('\u00A0', ' ');
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line.Replace('\u00A0', ' ');
    }
}
