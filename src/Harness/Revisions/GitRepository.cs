using System.Globalization;

namespace GatewayBench;

/// <summary>A user's git repository, of which only worktrees of our own are ever touched.</summary>
/// <param name="folder">Any folder in it.</param>
internal sealed class GitRepository(string folder)
{
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
        // An option in its place is not an error to rev-parse: it prints what it was given.
        return exitCode == 0 && output.Trim() is var commit && commit.All(char.IsAsciiHexDigit)
            ? commit
            : throw new ArgumentException(
                $"'{revision}' is no commit of the repository at '{folder}'; allowed: a branch, tag or "
                    + $"commit of it. {error.Trim()}".TrimEnd()
            );
    }

    /// <summary>The folder's place in the repository, with a slash at its end; empty for its root.</summary>
    /// <exception cref="ArgumentException">It is in no repository.</exception>
    public async Task<string> PrefixAsync(CancellationToken stop)
    {
        var (exitCode, output, error) = await RunAsync(stop, "rev-parse", "--show-prefix");
        return exitCode == 0
            ? output.TrimEnd('\n', '\r')
            : throw new ArgumentException(
                $"'{folder}' is in no git repository, as a revision needs it. {error.Trim()}"
            );
    }

    /// <summary>Whether one commit is part of the other's history; each is of its own.</summary>
    /// <exception cref="GitException">Git could not tell.</exception>
    public async Task<bool> IsAncestorAsync(string commit, string of, CancellationToken stop)
    {
        string[] arguments = ["merge-base", "--is-ancestor", commit, of];
        var (exitCode, _, error) = await RunAsync(stop, arguments);
        return exitCode switch
        {
            0 => true,
            1 => false,
            _ => throw Failure(arguments, error),
        };
    }

    /// <param name="commit">A whole hash.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="GitException">There is no such commit.</exception>
    public async Task<Commit> ReadAsync(string commit, CancellationToken stop)
    {
        var shown = await AskAsync(
            stop,
            "show",
            "-s",
            "--no-show-signature",
            "--format=%H%x00%P%x00%aI%x00%s",
            commit
        );
        var fields = shown.TrimEnd('\n').Split('\0');
        var parents = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var changed = await AskAsync(
            stop,
            [
                "diff-tree",
                "-r",
                "--root",
                "--no-commit-id",
                "--name-only",
                "-z",
                .. parents.Take(1),
                commit,
            ]
        );
        return new Commit(
            fields[0],
            parents,
            DateTimeOffset.Parse(fields[2], CultureInfo.InvariantCulture),
            fields[3],
            changed.Split('\0', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    /// <returns>What it said.</returns>
    /// <exception cref="GitException">It failed.</exception>
    /// <exception cref="TargetStartException">There is no git.</exception>
    public async Task<string> AskAsync(
        CancellationToken stop,
        params IReadOnlyList<string> arguments
    )
    {
        var (exitCode, output, error) = await RunAsync(stop, arguments);
        return exitCode == 0 ? output : throw Failure(arguments, error);
    }

    /// <exception cref="TargetStartException">There is no git.</exception>
    public Task<(int ExitCode, string Output, string Error)> RunAsync(
        CancellationToken stop,
        params IEnumerable<string> arguments
    ) => GitProgram.RunAsync(folder, arguments, stop);

    private GitException Failure(IReadOnlyList<string> arguments, string error) =>
        new($"git {arguments[0]} failed in '{folder}': {error.Trim()}");
}
