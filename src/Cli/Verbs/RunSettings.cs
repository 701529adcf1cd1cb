using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>How a run is done, apart from its load: by flag, else variable, else bench file, else default.</summary>
/// <param name="scenario">Its prompts are a setting of the run.</param>
/// <param name="load">Its duration is a setting too.</param>
/// <param name="hosted">Its values may be secrets.</param>
internal sealed class RunSettings(ScenarioOptions scenario, LoadOptions load, HostedOptions hosted)
{
    private static readonly RunOptions Defaults = new();

    private readonly Option<TimeSpan> _warmUp = OptionOf.Duration(
        "--warm-up",
        "The longest warm-up, which ends once the target has settled; 0ms for none. [default: 20s]",
        max: TimeSpan.FromHours(1)
    );

    private readonly Option<ulong> _seed = OptionOf.Number<ulong>(
        "--seed",
        "The seed of arrivals, pauses and prompts. [default: 42]",
        min: 0,
        max: ulong.MaxValue
    );

    private readonly Option<string> _out = OptionOf.Text(
        "--out",
        "folder",
        "Where the run gets a folder for its reports. [default: artifacts/load]"
    );

    private readonly Option<string> _name = OptionOf.Text(
        "--name",
        "name",
        $"What the run is called. [default: {Defaults.Name}]"
    );

    private readonly Option<string> _store = BaselineVerb.StoreOption();

    private readonly Option<Slo[]> _slos = SloOption.Create();

    public IEnumerable<Option> All => [_slos, _warmUp, _seed, _out, _name, _store];

    /// <exception cref="UsageException">The file of prompts can't be used.</exception>
    public RunOptions Of(
        ParseResult parsed,
        LoadSettings settings,
        BenchPlan? plan,
        Profile? profile = null
    )
    {
        var prompts = scenario.Prompts(parsed, settings) ?? plan?.Prompts;
        return Defaults with
        {
            Name = parsed.GetValue(_name) ?? plan?.Name ?? profile?.Name ?? Defaults.Name,
            Hypothesis = plan?.Hypothesis,
            Watch = plan?.Watch ?? [],
            Slos = parsed.GetValue(_slos) is { Length: > 0 } slos ? slos : plan?.Slos ?? [],
            Command = CommandText.Of(parsed, [.. scenario.Secrets, .. hosted.Secrets]),
            Secrets = plan?.Secrets ?? [],
            Seed = First(parsed, _seed, settings, Variables.Seed, settings.Seed, plan?.Seed),
            WarmUpCap = First(
                parsed,
                _warmUp,
                settings,
                Variables.WarmUp,
                settings.WarmUpCap,
                plan?.WarmUp
            ),
            ExchangeTimeout = plan?.ExchangeTimeout ?? Defaults.ExchangeTimeout,
            Prompts = prompts,
            OutputDirectory =
                parsed.GetValue(_out)
                ?? (settings.Given.Contains(Variables.OutputDirectory) ? null : plan?.Output)
                ?? settings.OutputDirectory,
            BaselineDirectory = parsed.GetRequiredValue(_store),
            FromEnvironment = [.. settings.Given.Order(StringComparer.Ordinal)],
            FromCommandLine = [.. OfCommandLine(parsed)],
            FromBench = plan is null ? [] : [.. OfBench(plan), .. OfBenchTarget(parsed, plan)],
            // The command line has its own way, which ends the run by the token.
            StopOnInterrupt = false,
        };
    }

    private static T First<T>(
        ParseResult parsed,
        Option<T> flag,
        LoadSettings settings,
        string variable,
        T ofVariable,
        T? ofBench
    )
        where T : struct =>
        parsed.ValueIfGiven(flag)
        ?? (settings.Given.Contains(variable) ? ofVariable : ofBench ?? ofVariable);

    private IEnumerable<string> OfCommandLine(ParseResult parsed)
    {
        (string Variable, bool IsGiven)[] all =
        [
            (Variables.Duration, parsed.IsGiven(load.Duration)),
            (Variables.Concurrency, load.IsGiven(parsed)),
            (Variables.WarmUp, parsed.IsGiven(_warmUp)),
            (Variables.Seed, parsed.IsGiven(_seed)),
            (Variables.Prompts, parsed.IsGiven(scenario.PromptFile)),
            (Variables.OutputDirectory, parsed.IsGiven(_out)),
        ];
        return all.Where(one => one.IsGiven)
            .Select(one => one.Variable)
            .Concat(hosted.Decided(parsed));
    }

    /// <summary>Nothing where the command line names another gateway.</summary>
    private IEnumerable<string> OfBenchTarget(ParseResult parsed, BenchPlan plan) =>
        hosted.IsGiven(parsed) ? [] : plan.Target?.Decides ?? [];

    private static IEnumerable<string> OfBench(BenchPlan plan)
    {
        (string Setting, bool IsSaid)[] all =
        [
            (Variables.Duration, plan.Load.HasDuration),
            (Variables.Concurrency, true),
            (Variables.WarmUp, plan.WarmUp is not null),
            (Variables.Seed, plan.Seed is not null),
            (Variables.Prompts, plan.Prompts is not null),
            (Variables.OutputDirectory, plan.Output is not null),
            (SettingsInForce.ExchangeTimeout, plan.ExchangeTimeout is not null),
        ];
        return all.Where(one => one.IsSaid).Select(one => one.Setting);
    }
}
