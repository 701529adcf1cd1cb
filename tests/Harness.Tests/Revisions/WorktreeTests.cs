namespace GatewayBench.Tests.Revisions;

public sealed class WorktreeTests : IDisposable
{
    private readonly BusyRepository _repository = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_revision_is_checked_out_and_goes_without_a_trace()
    {
        string folder;
        await using (var worktree = await AddAsync(Stop))
        {
            folder = worktree.Folder;
            Assert.Equal(
                "1",
                await File.ReadAllTextAsync(Path.Combine(folder, "readme.txt"), Stop)
            );
            Assert.True(File.Exists(Path.Combine(folder, "App", "App.csproj")));
            // No hook of the user's has run in it.
            Assert.False(File.Exists(Path.Combine(folder, "hooked")));
            await File.WriteAllTextAsync(Path.Combine(folder, "readme.txt"), "changed", Stop);
            await File.WriteAllTextAsync(Path.Combine(folder, "built.dll"), "", Stop);
        }

        Assert.Equal(_repository.Before, _repository.User.State());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_repository.Ours));
    }

    [Fact]
    public async Task What_is_cancelled_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        await using var other = await AddAsync(Stop);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AddAsync(stop.Token));

        await other.DisposeAsync();
        Assert.Equal(_repository.Before, _repository.User.State());
    }

    [Fact]
    public async Task What_can_not_be_checked_out_leaves_nothing_and_is_told_in_the_words_of_git()
    {
        var failure = await Assert.ThrowsAsync<GitException>(() =>
            Worktree.AddAsync(_repository.Git, new string('1', 40), _repository.Ours, Stop)
        );

        Assert.StartsWith("git worktree failed in", failure.Message, StringComparison.Ordinal);
        Assert.Contains(new string('1', 40), failure.Message, StringComparison.Ordinal);
        Assert.Equal(_repository.Before, _repository.User.State());
    }

    [Fact]
    public async Task What_a_killed_process_left_is_removed_by_the_next_call()
    {
        var left = Path.Combine(_repository.Ours, "gatewaybench-worktree-left");
        _repository.User.Git("worktree", "add", "-q", "--detach", "--lock", left, "HEAD");
        await File.WriteAllTextAsync(left + ".lock", "", Stop);
        // Those of the user's own stay.
        var own = Path.Combine(_repository.Ours, "own");
        _repository.User.Git("worktree", "add", "-q", "--detach", own, "HEAD");

        await Worktree.PruneAsync(_repository.Git, Stop);

        Assert.False(Directory.Exists(left));
        Assert.False(File.Exists(left + ".lock"));
        Assert.True(Directory.Exists(own));
        _repository.User.Git("worktree", "remove", "--force", own);
        Assert.Equal(_repository.Before, _repository.User.State());
    }

    [Fact]
    public async Task What_was_left_in_a_folder_that_is_gone_is_removed_too()
    {
        var gone = Path.Combine(_repository.Ours, "gone");
        var left = Path.Combine(gone, "gatewaybench-worktree-left");
        _repository.User.Git("worktree", "add", "-q", "--detach", left, "HEAD");
        Directory.Delete(gone, recursive: true);

        await Worktree.PruneAsync(_repository.Git, Stop);

        Assert.Equal(_repository.Before, _repository.User.State());
    }

    [Fact]
    public async Task A_worktree_of_the_users_own_stays_listed_while_its_folder_is_away()
    {
        // On a disk that is not mounted now; git would prune it.
        var own = Path.Combine(_repository.Ours, "own");
        _repository.User.Git("worktree", "add", "-q", "--detach", own, "HEAD");
        Directory.Delete(own, recursive: true);
        var before = _repository.User.State();

        await (await AddAsync(Stop)).DisposeAsync();

        Assert.Equal(before, _repository.User.State());
        Assert.Contains("worktree " + own, before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_one_works_in_stays()
    {
        await using var worktree = await AddAsync(Stop);

        await Worktree.PruneAsync(_repository.Git, Stop);

        Assert.True(File.Exists(Path.Combine(worktree.Folder, "readme.txt")));
    }

    private Task<Worktree> AddAsync(CancellationToken stop) =>
        Worktree.AddAsync(_repository.Git, _repository.Second, _repository.Ours, stop);
}
