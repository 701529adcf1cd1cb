using System.CommandLine;
using System.Globalization;

namespace GatewayBench.Cli;

/// <summary>The option that repeats the experiment of a stored result.</summary>
internal sealed class AgainOption
{
    private static readonly ParserConfiguration AsTyped = new()
    {
        ResponseFileTokenReplacer = null,
    };

    public Option<string> Result { get; } =
        new("--again")
        {
            HelpName = "result",
            Description =
                "A result.json, or the folder of its run, whose experiment is repeated: by its own "
                + "command line, from the same folder. Options given beside it take the place of its own. "
                + "The report then says what is fixed, what still fails and what breaks next.",
        };

    /// <summary>What the command line repeats.</summary>
    /// <returns>Null if it repeats nothing.</returns>
    /// <exception cref="UsageException">The result's experiment can't be repeated.</exception>
    public Repeated? Read(ParseResult parsed, Argument bench)
    {
        if (parsed.GetValue(Result) is not { } path)
        {
            return null;
        }
        if (parsed.GetResult(bench) is { Tokens.Count: > 0 })
        {
            throw Refused(path, "its experiment is repeated, and none of a bench file");
        }
        var before = StoredResult.Read(path);
        var words = WordsOf(path, before);
        var command = parsed.CommandResult.Command;
        foreach (var option in command.Options.Where(parsed.IsGiven))
        {
            words = StoredCommand.Without(words, option);
        }
        var given = StoredCommand.Without([.. parsed.Tokens.Select(token => token.Value)], Result);
        RequireWhole(path, words);
        var again = Root(command).Parse([.. words, .. given.Skip(1)], AsTyped);
        RequireReadable(path, again, bench);
        return new Repeated(before, again, LoadSettings.From(Variables(path, before)));
    }

    private IReadOnlyList<string> WordsOf(string path, LoadResult before)
    {
        if (before.Sources.Count > 0)
        {
            throw Refused(path, "it was merged of several; allowed: one of those");
        }
        var words = StoredCommand.Words(before.Command ?? "");
        return words is ["gatewaybench", "run", ..] ? [.. words.Skip(1)]
            : before.Command is { } other
                ? throw Refused(path, $"it came of another command; allowed: {other}")
            : throw Refused(
                path,
                "it came of code, and no command is in it; allowed: to run that again"
            );
    }

    /// <summary>What was left out of the stored line might be a secret.</summary>
    private void RequireWhole(string path, IReadOnlyList<string> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i] == CommandText.LeftOut)
            {
                throw Refused(
                    path,
                    $"the value of {words[i - 1]} was left out of it, as it may be a secret; allowed: "
                        + $"with {words[i - 1]} given again, as often as before"
                );
            }
        }
    }

    private void RequireReadable(string path, ParseResult again, Argument bench)
    {
        if (again.Errors is [var error, ..])
        {
            throw Refused(path, $"its command line does not hold: {error.Message}");
        }
        if (again.GetResult(bench) is { Tokens: [var file, ..] } && !File.Exists(file.Value))
        {
            throw Refused(
                path,
                $"its bench file '{file.Value}' is not there; allowed: the folder that it was run from"
            );
        }
    }

    /// <summary>What the environment gave then.</summary>
    private IEnumerable<KeyValuePair<string, string>> Variables(string path, LoadResult before) =>
        before
            .Settings.Where(setting => setting.Origin == "environment")
            .Select(setting =>
                KeyValuePair.Create(
                    setting.Name,
                    setting.Name switch
                    {
                        GatewayBench.Variables.Concurrency => Users(before),
                        GatewayBench.Variables.Prompts => throw Refused(
                            path,
                            $"its prompts came of {setting.Name}, whose file it does not name; allowed: "
                                + "a run with --prompts"
                        ),
                        _ => setting.Value,
                    }
                )
            );

    private static string Users(LoadResult before) =>
        string.Join(
            ',',
            before
                .Rows.Select(row => row.Users)
                .OfType<int>()
                .Distinct()
                .Select(users => users.ToString(CultureInfo.InvariantCulture))
        );

    private static Command Root(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Root(parent) : command;

    private UsageException Refused(string path, string why) =>
        new($"{Result.Name} is '{path}', which can't be repeated: {why}.");
}
