using System.Security.Cryptography;
using System.Text;

namespace GatewayBench;

/// <summary>
/// Optimised builds of a project at revisions of its repository: each made once, in a worktree that
/// is gone afterwards, and kept by commit.
/// </summary>
/// <param name="cache">The folder that they are kept in.</param>
/// <param name="build">Builds a project: its full path in, that of its assembly out.</param>
/// <param name="progress">Told before something takes long.</param>
internal sealed class RevisionBuilds(
    string cache,
    Func<string, CancellationToken, Task<string>> build,
    Action<string> progress
)
{
    private const int KeyLength = 12;

    /// <summary>In the user's own folder for what can be made again.</summary>
    public static string UsualFolder =>
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
            "gatewaybench",
            "builds"
        );

    /// <summary>Where worktrees are made: beside the builds, as that folder is the user's alone.</summary>
    public static string WorktreesIn(string cache) => Path.Combine(cache, "worktrees");

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
        var kept = Path.Combine(cache, KeyOf(project), commit);
        if (AssemblyIn(kept) is { } known)
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
            Keep(await build(copy, stop), kept);
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
        return (commit, AssemblyIn(kept)!);
    }

    /// <summary>By where the project is: two checkouts of one repository may differ in what git ignores.</summary>
    private static string KeyOf(string project)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)));
        return $"{FileNames.Of(Path.GetFileNameWithoutExtension(project))}-{hash[..KeyLength]}";
    }

    /// <summary>As a whole or not at all, as a build that was interrupted must not be found later.</summary>
    private static void Keep(string assembly, string kept)
    {
        var name = Path.GetFileNameWithoutExtension(assembly);
        var beside = $"{kept}.{Guid.NewGuid():N}";
        Copy(Path.GetDirectoryName(assembly)!, Path.Combine(beside, name));
        try
        {
            Directory.Move(beside, kept);
        }
        catch (IOException) when (AssemblyIn(kept) is not null)
        {
            // Somebody else was faster.
            Directory.Delete(beside, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>A build has one folder, which is called like its assembly.</summary>
    private static string? AssemblyIn(string kept) =>
        Directory.Exists(kept) && Directory.GetDirectories(kept) is [var only]
            ? Path.Combine(only, Path.GetFileName(only) + ".dll")
            : null;
}
