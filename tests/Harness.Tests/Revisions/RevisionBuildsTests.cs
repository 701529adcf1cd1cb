namespace GatewayBench.Tests.Revisions;

public sealed class RevisionBuildsTests : IDisposable
{
    private readonly UserRepository _user = new();
    private readonly List<string> _built = [];

    public void Dispose() => _user.Dispose();

    [Fact]
    public async Task A_revision_is_built_as_it_was_and_the_users_repository_stays_as_it_is()
    {
        _user.AddHook("#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\n");
        var before = _user.State;

        var (commit, assembly) = await BuildAsync("main~1");

        Assert.Equal((_user.CommitOf("main~1"), "first"), (commit, File.ReadAllText(assembly)));
        Assert.Equal(before, _user.State);
        Assert.False(Directory.Exists(Path.GetDirectoryName(_built[0])));
        Assert.False(File.Exists(Path.Combine(_user.Folder, ".git", "hooks", "ran")));
    }

    [Fact]
    public async Task A_commit_is_built_once_whatever_it_is_called()
    {
        var first = await BuildAsync("main");
        var again = await BuildAsync(_user.CommitOf("main"));

        Assert.Equal(first, again);
        Assert.Single(_built);
        Assert.NotEqual(first, await BuildAsync("main~1"));
    }

    [Fact]
    public async Task A_build_that_fails_or_is_stopped_leaves_nothing_behind()
    {
        var before = _user.State;

        await Assert.ThrowsAsync<TargetStartException>(() =>
            BuildAsync("main", (_, _) => throw new TargetStartException("does not build"))
        );
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            BuildAsync("main", (_, _) => throw new OperationCanceledException())
        );

        Assert.Equal(before, _user.State);
        Assert.Equal("second", File.ReadAllText((await BuildAsync("main")).Assembly));
    }

    [Fact]
    public async Task What_a_killed_process_left_is_removed_by_the_next_one_and_a_living_one_keeps_its_own()
    {
        var before = _user.State;
        var git = new GitRepository(_user.Folder);
        var stop = TestContext.Current.CancellationToken;
        // As SIGKILL leaves it: nobody holds its lock.
        var left = Path.Combine(Path.GetTempPath(), $"gatewaybench-worktree-{Guid.NewGuid():N}");
        _user.Git("worktree", "add", "--quiet", "--detach", left, "main");
        await using (var living = await Worktree.AddAsync(git, "main", stop))
        {
            await Worktree.PruneAsync(git, stop);

            Assert.False(Directory.Exists(left));
            Assert.True(Directory.Exists(living.Folder));
        }

        Assert.Equal(before, _user.State);
        Assert.False(File.Exists(left + ".lock"));
    }

    [Fact]
    public async Task Worktrees_of_the_user_are_none_of_ours()
    {
        var own = Path.Combine(Path.GetDirectoryName(_user.Folder)!, "own");
        _user.Git("worktree", "add", "--quiet", "--detach", own, "main");
        // One that git would prune.
        var gone = own + "-gone";
        _user.Git("worktree", "add", "--quiet", "--detach", gone, "main");
        Directory.Delete(gone, recursive: true);
        var before = _user.State;

        await BuildAsync("main~1");

        Assert.Equal(before, _user.State);
    }

    [Fact]
    public async Task What_is_no_revision_is_named()
    {
        var none = await Assert.ThrowsAsync<ArgumentException>(() => BuildAsync("no-such"));
        var option = await Assert.ThrowsAsync<ArgumentException>(() => BuildAsync("--all"));

        Assert.StartsWith("'no-such' is no commit", none.Message, StringComparison.Ordinal);
        Assert.StartsWith("'--all' is no commit", option.Message, StringComparison.Ordinal);
    }

    private Task<(string Commit, string Assembly)> BuildAsync(
        string revision,
        Func<string, CancellationToken, Task<string>>? build = null
    ) =>
        new RevisionBuilds(_user.Cache, build ?? CopyAsync, _ => { }).BuildAsync(
            _user.Project,
            revision,
            TestContext.Current.CancellationToken
        );

    /// <summary>In place of a compiler.</summary>
    private Task<string> CopyAsync(string project, CancellationToken stop)
    {
        _built.Add(project);
        var output = Path.Combine(Path.GetDirectoryName(project)!, "bin");
        Directory.CreateDirectory(output);
        var assembly = Path.Combine(output, "Gateway.dll");
        File.Copy(project, assembly);
        return Task.FromResult(assembly);
    }
}
