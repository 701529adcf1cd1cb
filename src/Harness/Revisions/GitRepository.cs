using System.ComponentModel;
using System.Diagnostics;

namespace GatewayBench;

/// <summary>A user's git repository, of which only worktrees of our own are ever touched.</summary>
/// <param name="folder">Any folder in it.</param>
internal sealed class GitRepository(string folder)
{
    /// <summary>They would point git elsewhere, as they are set while a hook runs.</summary>
    private static readonly string[] Misleading =
    [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_COMMON_DIR",
        "GIT_PREFIX",
    ];

    /// <summary>The commit that a revision stands for now.</summary>
    /// <exception cref="ArgumentException">There is no such revision, or no repository.</exception>
    public async Task<string> CommitOfAsync(string revision, CancellationToken stop)
    {
        var (exitCode, output, error) = await RunAsync(
            stop,
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            $"{revision}^{{commit}}"
        );
        return exitCode == 0
            ? output.Trim()
            : throw new ArgumentException(
                $"'{revision}' is no commit of the repository at '{folder}'; allowed: a branch, tag or "
                    + $"commit of it. {error.Trim()}"
            );
    }

    /// <summary>The folder's place in the repository, with a slash at its end; empty for its root.</summary>
    /// <exception cref="ArgumentException">It is in no repository.</exception>
    public async Task<string> PrefixAsync(CancellationToken stop)
    {
        var (exitCode, output, error) = await RunAsync(stop, "rev-parse", "--show-prefix");
        return exitCode == 0
            ? output.Trim()
            : throw new ArgumentException(
                $"'{folder}' is in no git repository, as a revision needs it. {error.Trim()}"
            );
    }

    /// <exception cref="TargetStartException">There is no git.</exception>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(
        CancellationToken stop,
        params IEnumerable<string> arguments
    )
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. arguments]);
        foreach (var name in Misleading)
        {
            start.Environment.Remove(name);
        }
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
