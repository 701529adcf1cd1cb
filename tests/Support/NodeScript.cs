using System.Diagnostics;

namespace GatewayBench.Support;

/// <summary>
/// Scripts for node that use the packages of eng/npm. A module finds them by
/// <c>createRequire(import.meta.url)("package")</c>, a plain script by <c>require("package")</c>.
/// </summary>
public static class NodeScript
{
    private static readonly string _packages = Repository.PathOf("eng", "npm", "node_modules");

    /// <summary>Far beyond what a working script needs: it only keeps a broken one from hanging.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How to start a script; skips the test, with the command that installs the package, where it
    /// is missing.
    /// </summary>
    /// <param name="package">The package of eng/npm that the script uses.</param>
    /// <param name="script">Its path, below the folder of the tests' own output.</param>
    /// <param name="arguments">Those of the script.</param>
    public static ProcessStartInfo Command(string package, string script, params string[] arguments)
    {
        var node = Programs.Find("node");
        Assert.SkipWhen(
            node is null || !Directory.Exists(Path.Combine(_packages, package)),
            $"Uses npm's {package}; for that: "
                + "apt-get install nodejs npm, and npm ci --ignore-scripts --prefix eng/npm"
        );
        var path = Path.Combine(AppContext.BaseDirectory, script);
        return new ProcessStartInfo(node, [path, .. arguments])
        {
            Environment = { ["NODE_PATH"] = _packages },
        };
    }

    /// <summary>Runs a script to its end and returns what it printed; fails the test if it failed.</summary>
    /// <inheritdoc cref="Command"/>
    public static async Task<string> RunAsync(
        string package,
        string script,
        params string[] arguments
    )
    {
        var start = Command(package, script, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(_patience);
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"{script}: {await errors}");
            return output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
