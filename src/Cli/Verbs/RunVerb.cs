using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench run</c>: one load against one URL, or the experiment of a bench file.</summary>
internal sealed class RunVerb : Command
{
    private readonly BenchArgument _bench = new();
    private readonly TargetOptions _target = new();
    private readonly ScenarioOptions _scenario = new();
    private readonly LoadOptions _load = new();
    private readonly ProfileOptions _profile = new();
    private readonly RunSettings _settings;

    public RunVerb()
        : base(
            "run",
            "Loads a URL, or what a bench file says, prints the report and writes result.json. Without a "
                + "bench file, give --users for a closed load, --rate or --trace for an open one, or --profile. "
                + ExitCodes.Listed
        )
    {
        _settings = new RunSettings(_scenario, _load);
        Add(_bench.File);
        Option[] all =
        [
            .. _target.All,
            .. _scenario.All,
            .. _load.All,
            .. _profile.All,
            .. _settings.All,
        ];
        Array.ForEach(all, Add);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        var secrets = SecretTexts.None;
        try
        {
            var settings = LoadSettings.FromEnvironment();
            var plan = _bench.Read(parsed, _scenario.Replaced);
            secrets = new SecretTexts(plan?.Secrets ?? []);
            RefuseVariables(parsed, settings, plan);
            var isBench = plan is not null && !_target.IsGiven(parsed);
            var url = isBench ? null : _target.Target(parsed);
            var profile = _profile.Profile(parsed, _load, settings, plan?.Load);
            var scenario = Thinking(parsed, settings, plan);
            var loads = profile is null ? Loads(parsed, settings, plan) : [];
            var options = _settings.Of(parsed, settings, plan, profile) with
            {
                TimeScale = _profile.TimeScale(parsed) ?? plan?.TimeScale ?? 1,
            };
            var result = url is null ? await LoadBenchAsync(plan!) : await LoadAsync(url);
            return await RunEnd.TellAsync(result, console.Error);

            Task<LoadResult> LoadAsync(ITarget target) =>
                Watched(
                    options,
                    console.Error,
                    watched =>
                        profile is null
                            ? LoadRunner.RunAsync(
                                [.. loads.Select(load => new Row(target, scenario, load))],
                                watched,
                                stop
                            )
                            : LoadRunner.RunAsync(target, scenario, profile, watched, stop)
                );

            async Task<LoadResult> LoadBenchAsync(BenchPlan bench)
            {
                await using var targets = await BenchTargets.StartAsync(
                    bench,
                    settings,
                    connections => _target.Over(parsed, connections),
                    options.TimeScale,
                    console.Error.WriteLine,
                    stop
                );
                return await LoadAsync(targets.Target);
            }
        }
        catch (Exception e) when (RunFailure.CodeOf(e, stop) is { } code)
        {
            var message = secrets.Redact(RunFailure.MessageOf(e));
            await console.Error.WriteLineAsync($"gatewaybench: {message}");
            return code;
        }
    }

    /// <summary>Variables that nothing reads would mislead.</summary>
    private void RefuseVariables(ParseResult parsed, LoadSettings settings, BenchPlan? plan)
    {
        const string Why = "the options of run say it";
        settings.RefuseGiven(Why, Variables.Rows);
        if (plan?.Target is not { Url: null } || _target.IsGiven(parsed))
        {
            settings.RefuseGiven(Why, Variables.Port, Variables.Transport);
        }
        if (plan is null || _load.IsGiven(parsed))
        {
            settings.RefuseGiven(Why, Variables.Concurrency);
        }
    }

    /// <summary>What users do, and how they pause.</summary>
    private Scenario Thinking(ParseResult parsed, LoadSettings settings, BenchPlan? plan)
    {
        var scenario = plan?.Scenario ?? _scenario.Scenario(parsed, settings);
        var isOfBench = plan is not null && !_load.IsGiven(parsed) && !_profile.IsGiven(parsed);
        var pause = isOfBench ? plan!.Load.ThinkTime : _load.ThinkTime(parsed);
        return pause is null ? scenario : scenario.ThinkTime(pause);
    }

    /// <summary>One for each number of users that the environment gives in place of the bench file's.</summary>
    private IReadOnlyList<Load> Loads(ParseResult parsed, LoadSettings settings, BenchPlan? plan) =>
        plan is not null && !_load.IsGiven(parsed)
            ? [.. settings.Apply(plan.Load.Load).Select(load => _load.Lasting(parsed, load))]
            : [_load.Load(parsed, DurationOf(settings, plan?.Load))];

    /// <summary>How long a load of the command line lasts that says nothing of it.</summary>
    private static TimeSpan DurationOf(LoadSettings settings, BenchLoad? bench) =>
        bench is { HasDuration: true } && !settings.Given.Contains(Variables.Duration)
            ? bench.Load.Duration
            : settings.Duration;

    private static Task<LoadResult> Watched(
        RunOptions options,
        TextWriter error,
        Func<RunOptions, Task<LoadResult>> run
    ) =>
        LiveTerminal.On(error) is { } terminal
            ? terminal.WatchAsync(options, run)
            : run(options with { Live = new PlainProgress(error).Tell });
}
