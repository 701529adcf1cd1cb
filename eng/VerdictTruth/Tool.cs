using System.Diagnostics;
using System.Globalization;

namespace GatewayBench.VerdictTruth;

/// <summary>The tool, as its own process, as users run it.</summary>
internal static class Tool
{
    private static readonly string Root = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private const int Cancelled = 130;

    /// <summary>Runs a verb that measures pairs, and takes what it has stored.</summary>
    /// <returns>Partial if it was stopped.</returns>
    /// <exception cref="InvalidDataException">It stored nothing.</exception>
    public static async Task<PairedComparison> PairsAsync(
        IEnumerable<string> arguments,
        CancellationToken stop
    )
    {
        var folder = await RunAsync(arguments, stop);
        try
        {
            return ComparisonFile.Read(
                Directory.EnumerateDirectories(Path.Combine(folder, "out")).Single()
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>A folder with its reports in <c>out</c> and its noise in <c>noise</c>, for the caller to remove.</returns>
    /// <exception cref="InvalidDataException">It came to nothing.</exception>
    public static async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("verdict-truth").FullName;
        string[] all =
        [
            PathOf("src", "Cli", "bin", Configuration, "net10.0", "GatewayBench.Cli.dll"),
            .. arguments,
            "--out",
            Path.Combine(folder, "out"),
        ];
        Console.Error.WriteLine($"gatewaybench {string.Join(' ', all[1..])}");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", all) { WorkingDirectory = Root }
        )!;
        // Asked to end, it keeps what it has.
        using var ending = stop.Register(() =>
            Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])
        );
        await process.WaitForExitAsync(CancellationToken.None);
        // 1 and 3 are answers too: regressed, not confirmed, or no verdict on this machine.
        return process.ExitCode is 0 or 1 or 3 or Cancelled
            && Directory.Exists(Path.Combine(folder, "out"))
                ? folder
            : stop.IsCancellationRequested ? throw new OperationCanceledException(stop)
            : throw new InvalidDataException(
                $"gatewaybench {all[1]} came to nothing: exit code {process.ExitCode}."
            );
    }

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GatewayBench.sln")))
        {
            folder =
                folder.Parent
                ?? throw new IOException(
                    $"{AppContext.BaseDirectory} is in no checkout; allowed: one of this repository."
                );
        }
        return folder.FullName;
    }
}
