using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GatewayBench.Cli;

/// <summary>The tool as a whole: its verbs, and what happens when the arguments make no sense.</summary>
internal static class CommandLine
{
    private const string Name = "gatewaybench";

    /// <summary>For a Ctrl-C: within it a cancelled verb writes its reports.</summary>
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error
    )
    {
        // No RootCommand, which is always called like its assembly.
        var root = new Command(
            Name,
            "Load-tests agent gateways against a fake LLM provider. "
                + "Exit codes: 0 fine, 1 too many errors, 2 wrong usage or configuration, "
                + "3 measurement invalid, 4 could not be started or reached, 130 cancelled."
        )
        {
            new HelpOption(),
            new VersionOption(),
            new ProviderVerb(),
            new RunVerb(),
        };
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            return await RefuseAsync(parsed, parsed.Errors.Select(e => e.Message), error);
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
        var command = parsed.CommandResult.Command;
        var verb = command.Name == Name ? "" : $"{command.Name} ";
        await error.WriteLineAsync($"See: {Name} {verb}--help");
        return ExitCodes.Usage;
    }
}
