using System.Globalization;
using GatewayBench.Support;

namespace GatewayBench.Tests.Bisecting;

public sealed class GitBisectionTests : IDisposable
{
    private readonly TestRepository _user = new();
    private readonly DirectoryInfo _ours = Directory.CreateTempSubdirectory("gatewaybench-ours");
    private readonly Dictionary<string, SimulatedCommit> _commits = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _user.Dispose();
        _ours.Delete(recursive: true);
    }

    [Fact]
    public async Task The_culprit_of_64_commits_is_found_and_the_users_repository_is_as_before()
    {
        var hashes = Commit(SimulatedCommit.History(culprit: 41, 32, 48, 36));
        _user.MakeBusy();
        var before = _user.State();

        var record = await SearchAsync(hashes);

        Assert.Equal(hashes[41], record.Culprit?.Id);
        Assert.Equal("Change 41", record.Culprit!.Subject);
        Assert.Equal(["speed.txt"], record.Culprit.Files);
        Assert.True(record.IsConfirmed);
        Assert.Contains(record.Steps, step => step.Mark == BisectMark.Skip);
        Assert.Equal(before, _user.State());
    }

    [Fact]
    public async Task Where_neighbours_of_the_culprit_do_not_build_all_that_it_may_be_are_named()
    {
        var hashes = Commit(SimulatedCommit.History(culprit: 6, 5, 6, 7)[..12]);

        var record = await SearchAsync(hashes);

        Assert.Equal(
            [hashes[8], hashes[7], hashes[6], hashes[5]],
            record.Suspects.Select(suspect => suspect.Id)
        );
        Assert.Null(record.Culprit);
    }

    [Fact]
    public async Task A_culprit_on_a_merged_branch_is_found()
    {
        var first = Commit([new(1)])[0];
        _user.Git("checkout", "-q", "-b", "side");
        var side = Commit([new(1), new(0.8), new(0.8)], file: "side.txt");
        _user.Git("checkout", "-q", "trunk");
        Commit([new(1), new(1)]);
        _user.Git("merge", "-q", "--no-ff", "-m", "Merge", "side");
        var merge = _user.Git("rev-parse", "HEAD");
        _commits[merge] = new SimulatedCommit(0.8);

        var record = await SearchAsync([first, merge]);

        Assert.Equal(side[1], record.Culprit?.Id);
    }

    [Fact]
    public async Task A_worktree_that_is_gone_is_no_answer()
    {
        var hashes = Commit([new(1), new(0.8), new(0.8), new(0.8)]);
        var git = new GitRepository(_user.Folder);
        var worktree = await Worktree.AddAsync(git, hashes[^1], _ours.FullName, Stop);
        var bisection = new GitBisection(new GitRepository(worktree.Folder));
        var position = await bisection.StartAsync(hashes[0], hashes[^1], Stop);
        await worktree.DisposeAsync();

        await Assert.ThrowsAsync<GitException>(() =>
            bisection.MarkAsync(position.Candidate!, BisectMark.Bad, Stop)
        );
    }

    private async Task<BisectRecord> SearchAsync(string[] hashes)
    {
        var git = new GitRepository(_user.Folder);
        await using var worktree = await Worktree.AddAsync(git, hashes[^1], _ours.FullName, Stop);
        var commits = await git.AskAsync(Stop, "rev-list", "--count", $"{hashes[0]}..{hashes[^1]}");
        var run = new BisectRun(
            new GitBisection(new GitRepository(worktree.Folder)),
            new SimulatedMeter(hash => _commits[hash], sigma: 0.02, seed: 1),
            _ => { },
            _ => { }
        );
        return await run.RunAsync(
            Searches.New(
                await git.ReadAsync(hashes[0], Stop),
                await git.ReadAsync(hashes[^1], Stop),
                int.Parse(commits, CultureInfo.InvariantCulture)
            ),
            Stop
        );
    }

    private string[] Commit(SimulatedCommit[] history, string file = "speed.txt") =>
        [
            .. history.Select(
                (commit, i) =>
                {
                    var hash = _user.Commit($"Change {i}", file, $"{_commits.Count} {commit}");
                    _commits[hash] = commit;
                    return hash;
                }
            ),
        ];
}
