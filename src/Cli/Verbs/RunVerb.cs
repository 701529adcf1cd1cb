using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench run</c>: one load against one gateway, or the experiment of a bench file.</summary>
internal sealed class RunVerb : Command, IGroupedVerb
{
    private readonly BenchArgument _bench = new();
    private readonly TargetOptions _target = new();
    private readonly HostedOptions _hosted = new();
    private readonly ScenarioOptions _scenario = new();
    private readonly LoadOptions _load = new();
    private readonly ProfileOptions _profile = new();
    private readonly AgainOption _again = new();
    private readonly RunSettings _settings;

    public RunVerb()
        : base(
            "run",
            "Loads a gateway, or what a bench file says, prints the report and writes result.json. Without "
                + "a bench file, give --target or --gateway, and --users for a closed load, --rate or "
                + "--trace for an open one, or --profile. "
                + ExitCodes.Listed
        )
    {
        _settings = new RunSettings(_scenario, _load, _hosted);
        Add(_bench.File);
        foreach (var option in Groups.SelectMany(group => group.Options))
        {
            Add(option);
        }
        SetAction(RunAsync);
    }

    public IReadOnlyList<OptionsGroup> Groups =>
        [
            new("A gateway that runs already", [.. _target.All]),
            new("A gateway that is hosted here", [.. _hosted.All]),
            new("What users do", [.. _scenario.All]),
            new("When they do it", [.. _load.All, .. _profile.All]),
            new("The run", [.. _settings.All, _again.Result]),
        ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        // A Ctrl-C ahead of the first wait would end the process over the head of this method.
        await Task.Yield();
        var console = parsed.InvocationConfiguration;
        var secrets = SecretTexts.None;
        try
        {
            var settings = LoadSettings.FromEnvironment();
            var repeated = _again.Read(parsed, _bench.File);
            if (repeated is not null)
            {
                (parsed, settings) = (repeated.Command, repeated.Under(settings));
            }
            var plan = _bench.Read(parsed, _scenario.Replaced);
            secrets = new SecretTexts(plan?.Secrets ?? []);
            var hosted = Hosted(parsed, settings, plan);
            RefuseVariables(parsed, settings, plan, hosted);
            var url = hosted is null ? _target.Target(parsed) : null;
            var profile = _profile.Profile(parsed, _load, settings, plan?.Load);
            var scenario = Thinking(parsed, settings, plan);
            var loads = profile is null ? Loads(parsed, settings, plan) : [];
            var options = _settings.Of(parsed, settings, plan, profile) with
            {
                TimeScale = _profile.TimeScale(parsed) ?? plan?.TimeScale ?? 1,
                Output = console.Output.WriteLine,
                Progress = console.Error.WriteLine,
            };
            var result = url is null ? await LoadHostedAsync(hosted!) : await LoadAsync(url);
            if (repeated is not null)
            {
                await TellAsync(Repetition.Of(repeated.Before, result), console.Output);
            }
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

            async Task<LoadResult> LoadHostedAsync(HostedPlan all)
            {
                await using var targets = await BenchTargets.StartAsync(
                    all,
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

    /// <returns>Null where the command line has a URL of its own.</returns>
    private HostedPlan? Hosted(ParseResult parsed, LoadSettings settings, BenchPlan? plan)
    {
        if (_target.IsGiven(parsed))
        {
            _hosted.RefuseAll(parsed, "with --target and without");
            return null;
        }
        var hosted = _hosted.Over(parsed, settings, plan?.Target, plan?.Provider);
        return hosted is not null || plan is null
            ? hosted
            : throw new UsageException(
                "The bench file has no target; allowed: one there, or --target, or --gateway."
            );
    }

    /// <summary>Variables that nothing reads would mislead.</summary>
    private void RefuseVariables(
        ParseResult parsed,
        LoadSettings settings,
        BenchPlan? plan,
        HostedPlan? hosted
    )
    {
        const string Why = "the options of run say it";
        settings.RefuseGiven(Why, Variables.Rows);
        if (hosted is not { Target.Url: null })
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

    private static async Task TellAsync(Repetition repetition, TextWriter output)
    {
        foreach (var line in ConsoleReport.Lines(RepetitionPage.Of(repetition)).Prepend(""))
        {
            await output.WriteLineAsync(line);
        }
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
