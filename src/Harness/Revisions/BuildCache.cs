namespace GatewayBench;

/// <summary>Builds that are kept, in a folder for each project and commit. What nobody uses for long goes.</summary>
/// <param name="folder">Where.</param>
/// <param name="clock">Tells how long.</param>
internal sealed class BuildCache(string folder, TimeProvider clock)
{
    /// <summary>Time enough to come back to a comparison; what is older is built again.</summary>
    public static readonly TimeSpan UnusedFor = TimeSpan.FromDays(30);

    /// <returns>The full path of its assembly; null if it is not there.</returns>
    public string? Find(string project, string commit)
    {
        var kept = Path.Combine(folder, project, commit);
        if (AssemblyIn(kept) is not { } assembly)
        {
            return null;
        }
        Directory.SetLastWriteTimeUtc(kept, clock.GetUtcNow().UtcDateTime);
        return assembly;
    }

    /// <summary>Keeps a build as a whole or not at all, as one that was interrupted must not be found later.</summary>
    /// <param name="project">What it is of.</param>
    /// <param name="commit">Likewise.</param>
    /// <param name="assembly">The full path of the assembly; its whole folder is kept.</param>
    /// <returns>The full path of the assembly that is kept.</returns>
    public string Keep(string project, string commit, string assembly)
    {
        var kept = Path.Combine(folder, project, commit);
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
        return Find(project, commit)!;
    }

    /// <summary>Removes what was not used for long, also what a build left that was interrupted.</summary>
    /// <param name="spared">A folder beside the projects that holds no builds.</param>
    public void Tidy(string spared)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }
        var oldest = (clock.GetUtcNow() - UnusedFor).UtcDateTime;
        var unused =
            from project in new DirectoryInfo(folder).EnumerateDirectories()
            where project.Name != spared
            from build in project.EnumerateDirectories()
            where build.LastWriteTimeUtc < oldest
            select build;
        foreach (var build in unused.ToArray())
        {
            try
            {
                build.Delete(recursive: true);
            }
            catch (IOException)
            {
                // Somebody uses it, or removes it as well: another time.
            }
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
