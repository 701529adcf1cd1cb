using System.CommandLine;
using System.Globalization;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench bisect</c>: which commit made it slower?</summary>
internal sealed class BisectVerb : Command
{
    private readonly BisectArguments _arguments = new();

    private readonly Option<string> _bad = BisectArguments.Required(
        "--bad",
        "The commit that is slower, in whose history the good one is."
    );

    public BisectVerb()
        : base(
            "bisect",
            "Finds the commit that made a gateway slower: makes sure that --bad is slower than --good, then "
                + "halves the commits between, each measured beside the good one now, and measures the culprit "
                + "beside its parent. Nothing in your checkout is touched. Exit codes: 0 culprit found and "
                + "confirmed, 2 wrong usage, 3 not reproduced, not confirmed, hidden by commits that could not "
                + "be judged, or refused as noise has found two arms of one build to differ, 4 good or bad does not build or start, 130 cancelled."
        )
    {
        Arguments.Add(_arguments.Bench);
        Option[] all =
        [
            _arguments.Good,
            _bad,
            .. _arguments.Pairs.OfCommits,
            _arguments.Pairs.Store,
        ];
        Array.ForEach(all, Add);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) =>
        PairCommand.RunAsync(
            parsed.InvocationConfiguration.Error,
            () => SearchAsync(parsed, stop),
            stop
        );

    private async Task<int> SearchAsync(ParseResult parsed, CancellationToken stop)
    {
        var (output, error) = (
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error
        );
        var benchFile = parsed.GetRequiredValue(_arguments.Bench);
        var session = BisectSession.Of(parsed, _arguments.Pairs, benchFile);
        var record = await NewAsync(parsed, session, stop);
        var noise = _arguments.Pairs.NoiseOf(parsed, session.Plan, session.Bench, record.Machine);
        if (noise?.Refusal is { } refusal)
        {
            await PairCommand.RefuseAsync(error, refusal);
            return ExitCodes.Invalid;
        }
        using var machine = await LoadLock.AcquireAsync(
            LoadLock.DefaultPath,
            record.Name,
            TimeProvider.System,
            error.WriteLine,
            stop
        );
        await using var worktree = await Worktree.AddAsync(
            session.Git,
            record.Bad.Id,
            RevisionBuilds.WorktreesIn(_arguments.Pairs.Builds(parsed)),
            stop
        );
        var report = new BisectReport(
            RunFolder.New(_arguments.Pairs.Out(parsed), record.Name, record.StartedAt),
            output
        );
        var run = new BisectRun(
            new GitBisection(new GitRepository(worktree.Folder)),
            session.Meter,
            report.Store,
            error.WriteLine
        );
        try
        {
            return (await run.RunAsync(record, stop)).IsConfirmed
                ? ExitCodes.Success
                : ExitCodes.Invalid;
        }
        finally
        {
            report.Tell();
        }
    }

    private async Task<BisectRecord> NewAsync(
        ParseResult parsed,
        BisectSession session,
        CancellationToken stop
    )
    {
        var (goodName, badName) = (
            parsed.GetRequiredValue(_arguments.Good),
            parsed.GetRequiredValue(_bad)
        );
        var good = await session.Git.CommitOfAsync(goodName, stop);
        var bad = await session.Git.CommitOfAsync(badName, stop);
        if (good == bad)
        {
            throw new UsageException(
                $"'{goodName}' and '{badName}' are the same commit, {GatewayInfo.ShortCommit(good)}: there is nothing to bisect."
            );
        }
        if (!await session.Git.IsAncestorAsync(good, bad, stop))
        {
            throw new UsageException(
                $"--good is '{goodName}', which is not in the history of '{badName}'; allowed: an ancestor of {_bad.Name}, "
                    + $"such as what `git merge-base {GatewayInfo.ShortCommit(good)} {GatewayInfo.ShortCommit(bad)}` tells."
            );
        }
        var commits = await session.Git.AskAsync(stop, "rev-list", "--count", bad, $"^{good}");
        return new BisectRecord
        {
            SchemaVersion = BisectRecord.CurrentSchemaVersion,
            Name = _arguments.Pairs.Name(parsed, session.Bench),
            StartedAt = TimeProvider.System.GetUtcNow(),
            Machine = MachineInfo.Read(),
            Good = await session.Git.ReadAsync(good, stop),
            Bad = await session.Git.ReadAsync(bad, stop),
            Commits = int.Parse(commits, CultureInfo.InvariantCulture),
            Row = PairOptions.RowOf(session.Plan, session.Bench),
            Metric = session.Plan.Metric,
            Conditions = session.Plan.Conditions,
        };
    }
}
