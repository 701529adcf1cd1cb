namespace GatewayBench.Cli.Tests;

/// <summary>The tool without a process of its own: enough where no signal is involved.</summary>
internal static class ToolInProcess
{
    public static async Task<ToolResult> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, output, error);
        return new ToolResult(exitCode, output.ToString(), error.ToString());
    }
}
