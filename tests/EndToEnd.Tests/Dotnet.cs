using System.Diagnostics;
using System.Text;

namespace GatewayBench.EndToEnd;

/// <summary>Runs the dotnet command as a person would, and keeps what a person would see.</summary>
internal static class Dotnet
{
    /// <summary>What the surrounding test run leaves in the environment, and a person's shell does not have.</summary>
    private static readonly string[] Inherited =
    [
        "MSBUILD",
        "VSTEST",
        "GATEWAYBENCH_",
        "TESTINGPLATFORM",
    ];

    /// <summary>For a command that waits for something that never comes.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(8);

    public static Task<(int ExitCode, string Output)> RunAsync(
        string folder,
        string arguments,
        params (string Name, string Value)[] variables
    ) => RunAsync("dotnet", folder, arguments, variables);

    /// <summary>Likewise, dotnet itself being run by another command.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string command,
        string folder,
        string arguments,
        params (string Name, string Value)[] variables
    )
    {
        using var process = Start(command, folder, arguments, variables);
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        limit.CancelAfter(TimeLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, output.ToString());

        void Keep(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }

    public static Process Start(
        string folder,
        string arguments,
        params (string Name, string Value)[] variables
    ) => Start("dotnet", folder, arguments, variables);

    /// <summary>Likewise, dotnet itself being run by another command.</summary>
    public static Process Start(
        string command,
        string folder,
        string arguments,
        params (string Name, string Value)[] variables
    )
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.ToList())
        {
            if (
                Inherited.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            )
            {
                start.Environment.Remove(name);
            }
        }
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }
}
