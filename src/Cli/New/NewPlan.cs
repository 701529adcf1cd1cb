namespace GatewayBench.Cli;

/// <summary>What is to be written, before anything is.</summary>
/// <param name="Folder">Where it goes.</param>
/// <param name="Files">The new files.</param>
/// <param name="Central">The page of versions that gets more of them; null for none.</param>
/// <param name="Versions">The versions that it gets.</param>
internal sealed record NewPlan(
    NewFolder Folder,
    IReadOnlyList<NewFile> Files,
    CentralVersions? Central,
    IReadOnlyList<PackageVersion> Versions
)
{
    /// <param name="folder">Where it goes.</param>
    /// <param name="name">What the project of load tests is called.</param>
    /// <param name="gateway">The gateway; null for a sample of one beside the load tests.</param>
    /// <param name="version">That of our packages.</param>
    public static NewPlan Of(NewFolder folder, string name, GatewayProject? gateway, string version)
    {
        var tests = gateway is null ? $"{name}/" : "";
        var central = CentralVersions.For(Path.Combine(folder.Path, tests));
        var project = LoadTestFiles.Of(
            name,
            gateway is null
                ? $"../{Template.Gateway}/{Template.Gateway}.csproj"
                : Path.GetRelativePath(folder.Path, gateway.Path).Replace('\\', '/'),
            version,
            central is not null
        );
        return new NewPlan(
            folder,
            [
                .. gateway is null ? SampleFiles.Of(name) : [],
                .. project.Select(file => file with { Path = tests + file.Path }),
            ],
            central,
            central?.Missing(LoadTestFiles.Packages(version)) ?? []
        );
    }

    /// <summary>The same with one more file.</summary>
    public NewPlan With(NewFile more) => this with { Files = [.. Files, more] };

    /// <returns>Every file that was written or changed.</returns>
    public IReadOnlyList<string> Write()
    {
        // First, as it may refuse.
        var page = Versions.Count > 0 ? Central?.With(Versions) : null;
        Folder.Write(Files);
        var changed = Files.Select(file => file.Path).ToList();
        if (page is not null)
        {
            WholeFile.Write(Central!.Path, new ReportFile(Central.Path, page).Utf8);
            changed.Add($"{Central.Path}, with versions of {Versions.Count} packages");
        }
        if (IgnoreFile.Ensure(WorkFolder.Find(Folder.Path)) is { } ignored)
        {
            changed.Add($"{ignored}, with artifacts/");
        }
        return changed;
    }
}
