using System.CommandLine;
using System.CommandLine.Invocation;

namespace GatewayBench.Cli;

/// <summary>The tool as a whole: its verbs, and what happens when the arguments make no sense.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error
    )
    {
        var root = new RootCommand(
            "Load-tests agent gateways against a fake LLM provider. "
                + "Exit codes: 0 fine, 2 wrong usage, 4 could not be started."
        )
        {
            new ProviderVerb(),
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
            await error.WriteLineAsync($"gatewaybench: {message}");
        }
        var command = parsed.CommandResult.Command;
        var verb = command is RootCommand ? "" : $"{command.Name} ";
        await error.WriteLineAsync($"See: gatewaybench {verb}--help");
        return ExitCodes.Usage;
    }
}
