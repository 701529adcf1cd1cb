namespace GatewayBench;

/// <summary>
/// <c>git bisect</c> in a worktree of ours, whose state and refs are its own: a bisection of the
/// user's in the checkout goes on as if nothing were.
/// </summary>
/// <param name="worktree">The worktree.</param>
internal sealed class GitBisection(GitRepository worktree) : IBisection
{
    private readonly HashSet<string> _skipped = [];
    private readonly List<string> _good = [];
    private string _bad = "";

    public async Task<BisectPosition> StartAsync(string good, string bad, CancellationToken stop)
    {
        _bad = bad;
        _good.Add(good);
        return await MoveAsync(["start", "--no-checkout", bad, good], stop);
    }

    public Task<BisectPosition> MarkAsync(string commit, BisectMark mark, CancellationToken stop)
    {
        switch (mark)
        {
            case BisectMark.Good:
                _good.Add(commit);
                break;
            case BisectMark.Bad:
                _bad = commit;
                break;
            default:
                _skipped.Add(commit);
                break;
        }
        return MoveAsync([mark.ToString().ToLowerInvariant(), commit], stop);
    }

    public Task<Commit> ReadAsync(string commit, CancellationToken stop) =>
        worktree.ReadAsync(commit, stop);

    /// <summary>Where it stands is asked of git, not read from what it prints for people.</summary>
    private async Task<BisectPosition> MoveAsync(string[] arguments, CancellationToken stop)
    {
        var (exitCode, _, error) = await worktree.RunAsync(stop, ["bisect", .. arguments]);
        var left = await worktree.AskAsync(stop, ["rev-list", _bad, "--not", .. _good]);
        var suspects = left.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (suspects.All(commit => commit == _bad || _skipped.Contains(commit)))
        {
            return new BisectPosition(null, suspects);
        }
        return exitCode == 0
            ? new BisectPosition(
                (await worktree.AskAsync(stop, "rev-parse", "--verify", "BISECT_HEAD")).Trim(),
                suspects
            )
            : throw new GitException($"git bisect {arguments[0]} failed: {error.Trim()}");
    }
}
