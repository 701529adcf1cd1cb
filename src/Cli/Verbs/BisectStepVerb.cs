using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench bisect-step</c>: one step of a bisection that the user leads with git.</summary>
internal sealed class BisectStepVerb : Command
{
    private const double UsualAlpha = 0.001;

    private readonly BisectArguments _arguments = new();

    private readonly Option<double> _effect = OptionOf.Number(
        "--effect",
        "What the bad commit's figure is of the good one's, as compare tells it: 0.8 is a fifth less.",
        min: 0.01,
        max: 100.0
    );

    private readonly Option<double> _alpha = OptionOf.Number(
        "--alpha",
        "How likely the step may be to err: 0.01 over the number of steps. [default: 0.001]",
        min: 0.000001,
        max: 0.25
    );

    private readonly Option<string> _candidate = OptionOf.Text(
        "--candidate",
        "revision",
        "The commit that is judged. [default: BISECT_HEAD, or else HEAD]"
    );

    public BisectStepVerb()
        : base(
            "bisect-step",
            "Judges one commit beside a good one, for git bisect run. Exit codes are git's: 0 good, 1 bad, "
                + "125 it does not build, does not start or can't be told; 128 and above anything else, which "
                + "ends the bisection."
        )
    {
        Arguments.Add(_arguments.Bench);
        _effect.Required = true;
        Option[] all =
        [
            _arguments.Good,
            _effect,
            _alpha,
            _candidate,
            .. _arguments.Pairs.OfCommits,
        ];
        Array.ForEach(all, Add);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        BisectStep? step = null;
        var code = await PairCommand.RunAsync(
            parsed.InvocationConfiguration.Error,
            async () =>
            {
                step = await JudgeAsync(parsed, stop);
                return ExitCodes.Success;
            },
            stop
        );
        return step?.Mark switch
        {
            BisectMark.Good => ExitCodes.Success,
            BisectMark.Bad => ExitCodes.Missed,
            BisectMark.Skip => ExitCodes.GitSkip,
            _ => Math.Max(code, ExitCodes.GitAbort),
        };
    }

    private async Task<BisectStep> JudgeAsync(ParseResult parsed, CancellationToken stop)
    {
        var (output, error) = (
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error
        );
        var session = BisectSession.Of(
            parsed,
            _arguments.Pairs,
            parsed.GetRequiredValue(_arguments.Bench)
        );
        var metric = session.Plan.Primary;
        var rule = new StepRule(
            metric,
            parsed.GetRequiredValue(_effect),
            parsed.ValueIfGiven(_alpha) ?? UsualAlpha
        );
        var good = await session.Git.CommitOfAsync(parsed.GetRequiredValue(_arguments.Good), stop);
        var candidate = await session.Git.ReadAsync(
            await CandidateAsync(parsed, session.Git, stop),
            stop
        );
        using var machine = await LoadLock.AcquireAsync(
            LoadLock.DefaultPath,
            _arguments.Pairs.Name(parsed, session.Bench),
            TimeProvider.System,
            error.WriteLine,
            stop
        );
        var step = await new CandidateJudge(rule, metric, session.Meter).JudgeAsync(
            good,
            candidate,
            bad: null,
            stop
        );
        await output.WriteLineAsync($"{BisectLines.Of(candidate)}: {BisectLines.Of(step)}");
        return step;
    }

    private async Task<string> CandidateAsync(
        ParseResult parsed,
        GitRepository git,
        CancellationToken stop
    )
    {
        if (parsed.GetValue(_candidate) is { } named)
        {
            return await git.CommitOfAsync(named, stop);
        }
        // Without a checkout, git keeps the candidate there.
        var (exitCode, _, _) = await git.RunAsync(
            stop,
            "rev-parse",
            "--verify",
            "--quiet",
            "BISECT_HEAD"
        );
        return await git.CommitOfAsync(exitCode == 0 ? "BISECT_HEAD" : "HEAD", stop);
    }
}
