namespace GatewayBench.Tests.Revisions;

public sealed class RevisionBuildsTests : IDisposable
{
    private readonly BusyRepository _repository = new();
    private readonly List<string> _built = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_commit_is_built_once_in_a_worktree_and_kept()
    {
        var builds = Builds(Build);

        var (commit, assembly) = await builds.BuildAsync(_repository.Project, "trunk~1", Stop);
        var again = await Builds(Build).BuildAsync(_repository.Project, commit, Stop);
        var next = await builds.BuildAsync(_repository.Project, "trunk", Stop);

        Assert.Equal(_repository.Second, commit);
        Assert.Equal((commit, assembly), again);
        Assert.NotEqual(assembly, next.Assembly);
        Assert.Equal(2, _built.Count);
        Assert.All(_built, project => Assert.DoesNotContain(_repository.User.Folder, project));
        // Of the commit, not of the checkout.
        Assert.Equal("1", await File.ReadAllTextAsync(assembly, Stop));
        Assert.Equal(_repository.Before, _repository.User.State());
    }

    [Fact]
    public async Task A_commit_that_does_not_build_is_named_with_what_the_build_said()
    {
        var builds = Builds(
            (project, _) => throw new TargetStartException($"'{project}' does not build:\nCS1002")
        );

        var failure = await Assert.ThrowsAsync<RevisionBuildException>(() =>
            builds.BuildAsync(_repository.Project, _repository.Second, Stop)
        );

        Assert.StartsWith(
            _repository.Second[..7] + ": ",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("'App/App.csproj' does not build:\nCS1002", failure.Why.Replace('\\', '/'));
        Assert.Equal(_repository.Before, _repository.User.State());
    }

    [Fact]
    public async Task A_machine_without_an_sdk_is_no_fault_of_the_commit()
    {
        var builds = Builds(
            (_, _) => throw new TargetStartException("'dotnet' can't be started", new IOException())
        );

        await Assert.ThrowsAsync<TargetStartException>(() =>
            builds.BuildAsync(_repository.Project, _repository.Second, Stop)
        );
    }

    [Fact]
    public async Task A_commit_without_the_project_is_named()
    {
        var failure = await Assert.ThrowsAsync<RevisionBuildException>(() =>
            Builds(Build).BuildAsync(_repository.Project, "trunk~2", Stop)
        );

        Assert.StartsWith("has no App/App.csproj;", failure.Why, StringComparison.Ordinal);
        Assert.Empty(_built);
    }

    [Fact]
    public async Task A_build_that_is_cancelled_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var builds = Builds(
            async (project, token) =>
            {
                _built.Add(project);
                await stop.CancelAsync();
                token.ThrowIfCancellationRequested();
                return project;
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            builds.BuildAsync(_repository.Project, _repository.Second, stop.Token)
        );

        Assert.Single(_built);
        Assert.False(Directory.Exists(Path.GetDirectoryName(_built[0])));
        Assert.Equal(_repository.Before, _repository.User.State());
    }

    private RevisionBuilds Builds(Func<string, CancellationToken, Task<string>> build) =>
        new(_repository.Ours, build, _ => { });

    /// <summary>What a build leaves: an assembly, here with what the commit says in its readme.</summary>
    private async Task<string> Build(string project, CancellationToken stop)
    {
        _built.Add(project);
        var folder = Path.GetDirectoryName(project)!;
        var output = Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName;
        var assembly = Path.Combine(output, "App.dll");
        var readme = await File.ReadAllTextAsync(Path.Combine(folder, "..", "readme.txt"), stop);
        await File.WriteAllTextAsync(assembly, readme, stop);
        return assembly;
    }
}
