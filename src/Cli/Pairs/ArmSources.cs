namespace GatewayBench.Cli;

/// <summary>
/// Makes arms of what the command line calls them: a URL, a published folder or a .dll, a git
/// revision; without a name the build of <c>--project</c>, <c>--gateway</c> or the bench file.
/// </summary>
/// <param name="bench">The bench file's target; null for none.</param>
/// <param name="project">The full path of the project; null for that of the bench file.</param>
/// <param name="gateway">The full path of the assembly; null likewise.</param>
/// <param name="builds">Builds revisions.</param>
/// <param name="progress">Told before something takes long.</param>
internal sealed class ArmSources(
    BenchTarget? bench,
    string? project,
    string? gateway,
    RevisionBuilds builds,
    Action<string> progress
)
{
    private string? Project => project ?? (gateway is null ? bench?.Project : null);

    private string? Gateway => gateway ?? (project is null ? bench?.Assembly : null);

    /// <summary>The same build for both arms.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    /// <exception cref="TargetStartException">It does not build.</exception>
    public async Task<string> OwnBuildAsync(CancellationToken stop)
    {
        if (Gateway is { } assembly)
        {
            return assembly;
        }
        var own =
            Project
            ?? throw new UsageException(
                "Nothing says which gateway; allowed: --project, --gateway, target.project or target.gateway "
                    + "in the bench file, or two arms A and B."
            );
        progress($"building {Path.GetFileName(own)}");
        return await ProjectBuild.RunAsync(own, stop);
    }

    /// <param name="name">A URL, a folder, a .dll or a revision.</param>
    /// <param name="settings">What is set beyond the bench file.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="UsageException">It is none of these.</exception>
    /// <exception cref="ArgumentException">Likewise.</exception>
    /// <exception cref="TargetStartException">It does not build.</exception>
    public async Task<ArmSpec> NamedAsync(
        string name,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken stop
    )
    {
        if (Uri.TryCreate(name, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return settings.Count == 0
                ? new ArmSpec(new ComparedArm(name, name, null, []), null, name, settings)
                : throw new UsageException(
                    $"'{name}' runs already and takes no settings; allowed: --a-set and --b-set for gateways that are hosted."
                );
        }
        if (Directory.Exists(name))
        {
            return Hosted(name, GatewayFolder.AssemblyIn(name), null, settings);
        }
        if (File.Exists(name))
        {
            return Hosted(name, Path.GetFullPath(name), null, settings);
        }
        var own =
            Project
            ?? throw new UsageException(
                $"'{name}' is no URL, folder or .dll that is there, and a revision needs a project; "
                    + "allowed: one of these, or --project with a git revision."
            );
        var (commit, assembly) = await builds.BuildAsync(own, name, stop);
        return Hosted(name, assembly, commit, settings);
    }

    /// <param name="title">What reports call it.</param>
    /// <param name="assembly">The full path of its assembly.</param>
    /// <param name="commit">The revision that it was built from; null for none that is known.</param>
    /// <param name="settings">What is set beyond the bench file.</param>
    public static ArmSpec Hosted(
        string title,
        string assembly,
        string? commit,
        IReadOnlyDictionary<string, string> settings
    )
    {
        var setup = new GatewayHostSetup();
        foreach (var (key, value) in settings)
        {
            setup.Settings[key] = value;
        }
        var shown = commit is null ? title : $"{title} ({GatewayInfo.ShortCommit(commit)})";
        return new ArmSpec(
            new ComparedArm(
                shown,
                GatewayFolder.IdentityOf(assembly),
                commit,
                [.. setup.ShownSettings]
            ),
            assembly,
            Url: null,
            settings
        );
    }
}
