using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GatewayBench.Cli;

/// <summary>What <c>--help</c> shows of any verb: options in groups, at most 100 columns wide.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const int Width = 100;

    /// <summary>Beyond it a name has a line of its own.</summary>
    private const int WidestName = 40;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        (string Title, (string Name, string Text)[] Lines)[] groups = [.. GroupsOf(parseResult)];
        var left =
            groups
                .SelectMany(group => group.Lines)
                .Select(line => line.Name.Length)
                .Where(length => length <= WidestName)
                .DefaultIfEmpty()
                .Max() + 2;
        var output = parseResult.InvocationConfiguration.Output;
        foreach (var line in Wrapped(command.Description!, Width))
        {
            output.WriteLine(line);
        }
        output.WriteLine();
        output.WriteLine($"Usage: {PathOf(command)}{Usage(command)} [options]");
        foreach (var (title, lines) in groups)
        {
            output.WriteLine();
            output.WriteLine($"{title}:");
            foreach (var line in lines.SelectMany(one => Columns(one.Name, one.Text, left)))
            {
                output.WriteLine(line);
            }
        }
        return ExitCodes.Success;
    }

    private static IEnumerable<(string Title, (string Name, string Text)[] Lines)> GroupsOf(
        ParseResult parsed
    )
    {
        var command = parsed.CommandResult.Command;
        if (command.Arguments.Count > 0)
        {
            yield return (
                "Arguments",
                [.. command.Arguments.Select(one => ($"  {NameOf(one)}", one.Description!))]
            );
        }
        if (command.Subcommands.Count > 0)
        {
            yield return (
                "Commands",
                [
                    .. command
                        .Subcommands.Where(one => !one.Hidden)
                        .Select(one => ($"  {one.Name}{Usage(one)}", Short(one))),
                ]
            );
        }
        var groups = command is IGroupedVerb grouped
            ? grouped.Groups
            :
            [
                new OptionsGroup(
                    "Options",
                    [.. command.Options.Where(one => one is not HelpOption)]
                ),
            ];
        foreach (var (title, options) in groups.Where(group => group.Options.Count > 0))
        {
            yield return (title, [.. options.Select(one => (NameOf(one), Text(one)))]);
        }
        yield return ("Help", [("  --help", "Shows this.")]);
    }

    private static string PathOf(Command command) =>
        command.Parents.FirstOrDefault() is Command parent
            ? $"{PathOf(parent)} {command.Name}"
            : command.Name;

    private static string Usage(Command command) =>
        command.Subcommands.Count > 0
            ? " <command>"
            : string.Concat(
                command.Arguments.Select(one =>
                    one.Arity.MinimumNumberOfValues == 0 ? $" [{NameOf(one)}]" : $" {NameOf(one)}"
                )
            );

    private static string NameOf(Argument argument) =>
        $"<{argument.HelpName ?? argument.Name}>"
        + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");

    private static string NameOf(Option option) =>
        $"  {option.Name}{(option.Arity.MaximumNumberOfValues == 0 || option.HelpName is null ? "" : $" <{option.HelpName}>")}";

    private static string Text(Option option) =>
        option.Description
        + (option.Required ? " Required." : "")
        + (
            option is { HasDefaultValue: true } && option.GetDefaultValue() is string text
                ? $" [default: {text}]"
                : ""
        );

    /// <summary>The first sentence; its own help has the others.</summary>
    private static string Short(Command command) =>
        command.Description!.Split(". ")[0].TrimEnd('.') + ".";

    private static IEnumerable<string> Columns(string name, string text, int left)
    {
        if (name.Length > left)
        {
            yield return name;
            name = "";
        }
        foreach (var line in Wrapped(text, Width - left))
        {
            yield return name.PadRight(left) + line;
            name = "";
        }
    }

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
