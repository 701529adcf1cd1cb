using GatewayBench.Support;

namespace GatewayBench.Tests.Revisions;

public sealed class GitRepositoryTests : IDisposable
{
    private readonly TestRepository _user = new();
    private readonly string _first;
    private readonly string _second;
    private readonly GitRepository _git;

    public GitRepositoryTests()
    {
        _first = _user.Commit("First", "src/a.txt", "1");
        _second = _user.Commit("Second, with \"quotes\"", "src/café.txt", "2");
        _git = new GitRepository(_user.PathOf("src"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _user.Dispose();

    [Fact]
    public async Task Revisions_are_resolved_to_commits()
    {
        _user.Git("tag", "-a", "v1", "-m", "one", _first);

        Assert.Equal(_second, await _git.CommitOfAsync("trunk", Stop));
        Assert.Equal(_first, await _git.CommitOfAsync("HEAD~1", Stop));
        Assert.Equal(_first, await _git.CommitOfAsync("v1", Stop));
        Assert.Equal(_first, await _git.CommitOfAsync(_first[..8], Stop));
    }

    [Theory]
    [InlineData("no-such-branch")]
    [InlineData("--all")]
    [InlineData("HEAD:src/a.txt")]
    [InlineData("")]
    public async Task What_is_no_commit_is_refused_by_name(string revision)
    {
        var failure = await Assert.ThrowsAsync<ArgumentException>(() =>
            _git.CommitOfAsync(revision, Stop)
        );

        Assert.StartsWith(
            $"'{revision}' is no commit of the repository at",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_commit_is_read_with_what_it_changed()
    {
        var commit = await _git.ReadAsync(_second, Stop);
        var root = await _git.ReadAsync(_first, Stop);

        Assert.Equal((_second, "Second, with \"quotes\""), (commit.Id, commit.Subject));
        Assert.Equal([_first], commit.Parents);
        Assert.Equal(["src/café.txt"], commit.Files);
        Assert.Equal(
            DateTimeOffset.Parse(
                _user.Git("show", "-s", "--format=%aI", _second),
                System.Globalization.CultureInfo.InvariantCulture
            ),
            commit.AuthoredAt
        );
        Assert.Empty(root.Parents);
        Assert.Equal(["src/a.txt"], root.Files);
    }

    [Fact]
    public async Task A_merge_is_told_by_what_it_changed_of_its_first_parent()
    {
        _user.Git("checkout", "-q", "-b", "side", _first);
        _user.Commit("Aside", "src/b.txt", "3");
        _user.Git("checkout", "-q", "trunk");
        _user.Git("merge", "-q", "--no-ff", "-m", "Merge", "side");

        var merge = await _git.ReadAsync(await _git.CommitOfAsync("HEAD", Stop), Stop);

        Assert.Equal(2, merge.Parents.Count);
        Assert.Equal(["src/b.txt"], merge.Files);
    }

    [Fact]
    public async Task Who_comes_before_whom_is_known()
    {
        Assert.True(await _git.IsAncestorAsync(_first, _second, Stop));
        Assert.False(await _git.IsAncestorAsync(_second, _first, Stop));
        var failure = await Assert.ThrowsAsync<GitException>(() =>
            _git.IsAncestorAsync(new string('1', 40), _second, Stop)
        );
        // Its own words.
        Assert.Contains("Not a valid commit name", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_repository_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("gatewaybench-bare");
        try
        {
            var failure = await Assert.ThrowsAsync<ArgumentException>(() =>
                new GitRepository(folder.FullName).PrefixAsync(Stop)
            );

            Assert.Contains($"'{folder.FullName}'", failure.Message, StringComparison.Ordinal);
            Assert.Contains("not a git repository", failure.Message, StringComparison.Ordinal);
            Assert.Equal("src/", await _git.PrefixAsync(Stop));
        }
        finally
        {
            folder.Delete();
        }
    }
}
