namespace GatewayBench;

/// <summary>
/// A revision checked out in a temporary folder of our own, until it is disposed. What a process
/// that was killed left behind, the next one removes: a lock file tells whose owner still lives.
/// </summary>
internal sealed class Worktree : IAsyncDisposable
{
    private const string NamePrefix = "gatewaybench-worktree-";
    private const string Listed = "worktree ";

    private readonly GitRepository _git;
    private readonly FileStream _held;

    private Worktree(GitRepository git, string folder, FileStream held) =>
        (_git, Folder, _held) = (git, folder, held);

    public string Folder { get; }

    /// <param name="git">The repository.</param>
    /// <param name="commit">What is checked out.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="TargetStartException">It can't be checked out.</exception>
    public static async Task<Worktree> AddAsync(
        GitRepository git,
        string commit,
        CancellationToken stop
    )
    {
        await PruneAsync(git, stop);
        var folder = Path.Combine(Path.GetTempPath(), NamePrefix + Guid.NewGuid().ToString("N"));
        var worktree = new Worktree(git, folder, Hold(folder)!);
        try
        {
            // Not to be killed in its midst, and without the hooks of the user's own checkouts.
            var (exitCode, _, error) = await git.RunAsync(
                CancellationToken.None,
                "-c",
                "core.hooksPath=/dev/null",
                "worktree",
                "add",
                "--detach",
                "--quiet",
                folder,
                commit
            );
            stop.ThrowIfCancellationRequested();
            return exitCode == 0
                ? worktree
                : throw new TargetStartException($"{commit} can't be checked out: {error.Trim()}");
        }
        catch
        {
            await worktree.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes what processes left behind that were killed.</summary>
    public static async Task PruneAsync(GitRepository git, CancellationToken stop)
    {
        var (_, output, _) = await git.RunAsync(stop, "worktree", "list", "--porcelain");
        var folders = output
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith(Listed, StringComparison.Ordinal))
            .Select(line => line[Listed.Length..])
            .Where(folder =>
                Path.GetFileName(folder).StartsWith(NamePrefix, StringComparison.Ordinal)
            );
        foreach (var folder in folders)
        {
            if (Hold(folder) is { } held)
            {
                await new Worktree(git, folder, held).DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Twice: also of one that git itself was interrupted in making, and holds locked.
        await _git.RunAsync(
            CancellationToken.None,
            "worktree",
            "remove",
            "--force",
            "--force",
            Folder
        );
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
        File.Delete(_held.Name);
        await _held.DisposeAsync();
    }

    /// <returns>Null while somebody else holds it.</returns>
    private static FileStream? Hold(string folder)
    {
        try
        {
            return new FileStream(
                folder + ".lock",
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            return null;
        }
    }
}
