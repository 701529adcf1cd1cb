using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace GatewayBench.Cli;

/// <summary>The tool as a whole: its verbs, and what happens when the arguments make no sense.</summary>
internal static class CommandLine
{
    private const string Name = "gatewaybench";

    /// <summary>For a Ctrl-C: within it a cancelled verb writes its reports.</summary>
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    public static ParseResult Parse(IReadOnlyList<string> args)
    {
        // No RootCommand, which is always called like its assembly.
        var root = new Command(
            Name,
            "Load-tests agent gateways against a fake LLM provider. " + ExitCodes.Listed
        )
        {
            new HelpOption { Action = new HelpPage() },
            new VersionOption { Description = "Shows the version." },
            new ProviderVerb(),
            new RunVerb(),
            new ReportVerb(),
            new DiffVerb(),
            new CompareVerb(),
            new NoiseVerb(),
            new AblateVerb(),
            new OverheadVerb(),
            new SweepVerb(),
            new BisectVerb(),
            new BisectStepVerb(),
            new MergeVerb(),
            new PromptsVerb(),
            new NewVerb(),
            new BaselineVerb(),
            new DoctorVerb(),
            new ArmVerb(),
        };
        // No response files: @FILE is the value of --post.
        return root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
    }

    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error
    )
    {
        var parsed = Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            return await RefuseAsync(parsed, MessagesOf(parsed), error);
        }
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    // The library's handler would answer a bug with 1: to scripts, a missed SLO.
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = StopTime,
                }
            );
        }
        catch (UsageException e)
        {
            return await RefuseAsync(parsed, [e.Message], error);
        }
    }

    /// <summary>Without a command the rest of the line can't be judged.</summary>
    private static IEnumerable<string> MessagesOf(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0)
        {
            return parsed.Errors.Select(error => error.Message);
        }
        var what = parsed.UnmatchedTokens is [var first, ..]
            ? $"'{first}' is no command"
            : "No command is given";
        return
        [
            $"{what}; allowed: {string.Join(", ", command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name))}.",
        ];
    }

    private static async Task<int> RefuseAsync(
        ParseResult parsed,
        IEnumerable<string> messages,
        TextWriter error
    )
    {
        foreach (var message in messages)
        {
            await error.WriteLineAsync($"{Name}: {message}");
        }
        await error.WriteLineAsync($"See: {PathOf(parsed.CommandResult)} --help");
        return parsed.CommandResult.Command is BisectStepVerb
            ? ExitCodes.GitAbort
            : ExitCodes.Usage;
    }

    /// <summary>A verb with those that it belongs to, as it is typed.</summary>
    private static string PathOf(SymbolResult result) =>
        result switch
        {
            { Parent: { } parent } and CommandResult verb =>
                $"{PathOf(parent)} {verb.Command.Name}",
            _ => Name,
        };
}
