using System.Security.Cryptography;
using System.Text;

namespace GatewayBench;

/// <summary>
/// Optimised builds of a project at revisions of its repository: each made once, in a worktree that
/// is gone afterwards, and kept by commit and by the SDKs that could have made it.
/// </summary>
/// <param name="cache">The folder that they are kept in.</param>
/// <param name="build">Builds a project: its full path in, that of its assembly out.</param>
/// <param name="progress">Told before something takes long.</param>
/// <param name="sdks">Tells which SDKs there are; null for those of this machine.</param>
internal sealed class RevisionBuilds(
    string cache,
    Func<string, CancellationToken, Task<string>> build,
    Action<string> progress,
    Func<CancellationToken, Task<string>>? sdks = null
)
{
    private const int KeyLength = 12;
    private const string Worktrees = "worktrees";

    private readonly BuildCache _kept = new(cache, TimeProvider.System);

    /// <summary>In the user's own folder for what can be made again.</summary>
    public static string UsualFolder =>
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
            "gatewaybench",
            "builds"
        );

    /// <summary>Where worktrees are made: beside the builds, as that folder is the user's alone.</summary>
    public static string WorktreesIn(string cache) => Path.Combine(cache, Worktrees);

    /// <param name="project">The full path of the project file, in the user's checkout.</param>
    /// <param name="revision">Which state of it.</param>
    /// <param name="stop">Gives up; the worktree is removed all the same.</param>
    /// <returns>The commit, and the full path of the assembly.</returns>
    /// <exception cref="ArgumentException">There is no such revision, or no repository.</exception>
    /// <exception cref="RevisionBuildException">It does not build.</exception>
    /// <exception cref="GitException">It can't be checked out.</exception>
    /// <exception cref="TargetStartException">There is no git, or no SDK.</exception>
    public async Task<(string Commit, string Assembly)> BuildAsync(
        string project,
        string revision,
        CancellationToken stop
    )
    {
        var folder = Path.GetDirectoryName(project)!;
        var git = new GitRepository(folder);
        var prefix = await git.PrefixAsync(stop);
        var commit = await git.CommitOfAsync(revision, stop);
        var key = KeyOf(project, await (sdks ?? ProjectBuild.SdksAsync)(stop));
        _kept.Tidy(spared: Worktrees);
        if (_kept.Find(key, commit) is { } known)
        {
            return (commit, known);
        }
        progress($"building {Path.GetFileName(project)} at {GatewayInfo.ShortCommit(commit)}");
        await using var worktree = await Worktree.AddAsync(git, commit, WorktreesIn(cache), stop);
        var copy = Path.Combine(worktree.Folder, prefix, Path.GetFileName(project));
        if (!File.Exists(copy))
        {
            throw new RevisionBuildException(
                commit,
                $"has no {prefix}{Path.GetFileName(project)}; allowed: revisions with the project where it is now."
            );
        }
        try
        {
            return (commit, _kept.Keep(key, commit, await build(copy, stop)));
        }
        // With one inside, it is the machine that has no SDK.
        catch (TargetStartException e) when (e.InnerException is null)
        {
            var own = worktree.Folder + Path.DirectorySeparatorChar;
            throw new RevisionBuildException(
                commit,
                e.Message.Replace(own, "", StringComparison.Ordinal),
                e
            );
        }
    }

    /// <summary>
    /// By where the project is: two checkouts of one repository may differ in what git ignores. And by
    /// all SDKs: which of them a commit takes is up to it.
    /// </summary>
    private static string KeyOf(string project, string sdks)
    {
        var hash = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{project}\n{sdks}"))
        );
        return $"{FileNames.Of(Path.GetFileNameWithoutExtension(project))}-{hash[..KeyLength]}";
    }
}
