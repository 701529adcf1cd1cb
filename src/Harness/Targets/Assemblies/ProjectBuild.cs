using System.ComponentModel;
using System.Diagnostics;

namespace GatewayBench;

/// <summary>Builds a gateway's project with optimisation, as what is measured must be.</summary>
internal static class ProjectBuild
{
    private const int MostLines = 10;

    /// <param name="project">The full path of the project file.</param>
    /// <param name="stop">Ends the build.</param>
    /// <returns>The full path of its assembly.</returns>
    /// <exception cref="TargetStartException">It does not build, or there is no SDK.</exception>
    public static async Task<string> RunAsync(string project, CancellationToken stop)
    {
        await DotnetAsync(
            project,
            ["build", project, "-c", "Release", "-v", "q", "--nologo"],
            stop
        );
        var output = await DotnetAsync(
            project,
            ["msbuild", project, "-p:Configuration=Release", "-getProperty:TargetPath"],
            stop
        );
        var path = output.Trim();
        return File.Exists(path)
            ? path
            : throw new TargetStartException(
                $"'{project}' was built, and '{path}' is not there; allowed: a project with one target framework."
            );
    }

    /// <summary>All SDKs of this machine, as text that changes when one comes, goes or is updated.</summary>
    /// <exception cref="TargetStartException">There is none.</exception>
    public static Task<string> SdksAsync(CancellationToken stop) =>
        DotnetAsync("a revision", ["--list-sdks"], stop);

    private static async Task<string> DotnetAsync(
        string project,
        IEnumerable<string> arguments,
        CancellationToken stop
    )
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            arguments
        );
        try
        {
            var (exitCode, output, error) = await ToolRun.RunAsync(start, stop);
            return exitCode == 0
                ? output
                : throw new TargetStartException(
                    $"'{project}' does not build:\n{First(output + error)}"
                );
        }
        catch (Win32Exception e)
        {
            throw new TargetStartException(
                $"'{start.FileName}' can't be started: {e.Message}; a project needs the .NET SDK. Or name the gateway's assembly instead.",
                e
            );
        }
    }

    /// <summary>The errors, of which each stands there twice.</summary>
    private static string First(string output) =>
        string.Join(
            '\n',
            output
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
                .Distinct()
                .Take(MostLines)
        );
}
