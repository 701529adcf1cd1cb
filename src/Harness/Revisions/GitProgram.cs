using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace GatewayBench;

/// <summary>
/// Runs git so that nothing but its arguments and the repository decides what it does: no variables
/// of whoever called us, no hooks and no other program of the repository's own, no questions.
/// </summary>
internal static class GitProgram
{
    private static readonly string[] Quiet =
    [
        // A hook of the user's is for the user's own checkouts.
        "core.hooksPath=/dev/null",
        "core.fsmonitor=false",
        // Their refs and objects are theirs to tidy up.
        "gc.auto=0",
        "maintenance.auto=false",
        "core.quotePath=false",
        "i18n.logOutputEncoding=UTF-8",
    ];

    /// <param name="folder">Any folder in the repository.</param>
    /// <param name="arguments">The command and what it takes.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="TargetStartException">There is no git.</exception>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string folder,
        IEnumerable<string> arguments,
        CancellationToken stop
    )
    {
        var start = new ProcessStartInfo(
            "git",
            ["-C", folder, .. Quiet.SelectMany(setting => (string[])["-c", setting]), .. arguments]
        )
        {
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // A hook, or `git bisect run`, tells its children where the repository is: another one's.
        var inherited = start.Environment.Keys.Where(name =>
            name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)
        );
        foreach (var name in inherited.ToArray())
        {
            start.Environment.Remove(name);
        }
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        try
        {
            return await ToolRun.RunAsync(start, stop);
        }
        catch (Win32Exception e)
        {
            throw new TargetStartException(
                $"git can't be started: {e.Message}; a revision needs it. Or name a published folder instead.",
                e
            );
        }
    }
}
