using System.CommandLine;

namespace GatewayBench.Peers;

/// <summary>Runs the command of a program that measures, and turns what can go wrong into its exit code.</summary>
internal static class MeasuringCommand
{
    public static async Task<int> RunAsync(RootCommand command, string[] args)
    {
        var parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return await RefuseAsync([.. parsed.Errors.Select(error => error.Message)]);
        }
        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (IOException e)
        {
            return await RefuseAsync(e.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception e)
            when (e is InvalidDataException or LoadFailedException or TimeoutException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Invalid;
        }
    }

    public static async Task<int> RefuseAsync(params string[] messages)
    {
        foreach (var message in messages)
        {
            await Console.Error.WriteLineAsync(message);
        }
        return ExitCode.Usage;
    }
}
