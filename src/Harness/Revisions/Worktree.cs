namespace GatewayBench;

/// <summary>
/// A revision checked out in a folder of our own, until it is disposed. What a process that was
/// killed left behind, the next one removes: a lock file tells whose owner still lives.
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
    /// <param name="parent">The folder to put it in, which should be the user's alone: builds look for settings upwards.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="GitException">It can't be checked out.</exception>
    public static async Task<Worktree> AddAsync(
        GitRepository git,
        string commit,
        string parent,
        CancellationToken stop
    )
    {
        await PruneAsync(git, stop);
        Directory.CreateDirectory(parent);
        var folder = Path.Combine(
            Path.GetFullPath(parent),
            NamePrefix + Guid.NewGuid().ToString("N")
        );
        var worktree = new Worktree(
            git,
            folder,
            Hold(folder) ?? throw new IOException($"'{folder}.lock' can't be locked.")
        );
        try
        {
            // Not to be killed in its midst.
            await git.AskAsync(
                CancellationToken.None,
                "worktree",
                "add",
                "--detach",
                "--quiet",
                folder,
                commit
            );
            stop.ThrowIfCancellationRequested();
            return worktree;
        }
        catch
        {
            await worktree.DisposeAsync();
            // Of a Ctrl-C in a terminal git ends too, which is no fault of the repository's.
            stop.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>Removes what processes left behind that were killed.</summary>
    /// <exception cref="GitException">The folder is in no repository.</exception>
    public static async Task PruneAsync(GitRepository git, CancellationToken stop)
    {
        var output = await git.AskAsync(stop, "worktree", "list", "--porcelain");
        var folders = output
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith(Listed, StringComparison.Ordinal))
            .Select(line => line[Listed.Length..])
            .Where(folder =>
                Path.GetFileName(folder).StartsWith(NamePrefix, StringComparison.Ordinal)
            );
        foreach (var folder in folders)
        {
            // The lock of a folder that is gone with all around it can't be held by anybody.
            if (!Directory.Exists(Path.GetDirectoryName(folder)))
            {
                await RemoveAsync(git, folder);
            }
            else if (Hold(folder) is { } held)
            {
                await new Worktree(git, folder, held).DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RemoveAsync(_git, Folder);
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
        File.Delete(_held.Name);
        await _held.DisposeAsync();
    }

    /// <summary>By force, twice: also of one that git itself was interrupted in making, and holds locked.</summary>
    private static async Task RemoveAsync(GitRepository git, string folder) =>
        await git.RunAsync(
            CancellationToken.None,
            "worktree",
            "remove",
            "--force",
            "--force",
            folder
        );

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
