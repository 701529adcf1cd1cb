using System.Diagnostics;

namespace GatewayBench;

/// <summary>Another program, from its start to its end.</summary>
internal static class ToolRun
{
    /// <param name="start">What is started.</param>
    /// <param name="stop">Ends it, with all that it has started.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">It can't be started.</exception>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        ProcessStartInfo start,
        CancellationToken stop
    )
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        using var ending = stop.Register(() => process.Kill(entireProcessTree: true));
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        return (process.ExitCode, output, await error);
    }
}
