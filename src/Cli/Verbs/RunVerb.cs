using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench run</c>: one load against one URL.</summary>
internal sealed class RunVerb : Command
{
    private static readonly RunOptions Defaults = new();

    private readonly TargetOptions _target = new();
    private readonly ScenarioOptions _scenario = new();
    private readonly LoadOptions _load = new();

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
        "What the run is called."
    );

    private readonly Option<string> _store = BaselineVerb.StoreOption();

    private readonly Option<Slo[]> _slos = SloOption.Create();

    public RunVerb()
        : base(
            "run",
            "Loads a URL, prints the report and writes result.json. Give --users for a closed load, "
                + "--rate or --trace for an open one. "
                + ExitCodes.Listed
        )
    {
        _name.DefaultValueFactory = _ => Defaults.Name;
        Option[] all =
        [
            .. _target.All,
            .. _scenario.All,
            .. _load.All,
            _slos,
            _warmUp,
            _seed,
            _out,
            _name,
            _store,
        ];
        Array.ForEach(all, Add);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            var settings = LoadSettings.FromEnvironment();
            settings.RefuseGiven(
                "the options of run say it",
                Variables.Rows,
                Variables.Port,
                Variables.Transport,
                Variables.Concurrency
            );
            var target = _target.Target(parsed);
            var scenario = _scenario.Scenario(parsed, settings);
            var load = _load.Load(parsed, settings.Duration);
            var result = await Watched(
                Settings(parsed, settings),
                console.Error,
                options =>
                    LoadRunner.RunAsync(
                        target,
                        _load.ThinkTime(parsed) is { } pause ? scenario.ThinkTime(pause) : scenario,
                        load,
                        options,
                        stop
                    )
            );
            return await RunEnd.TellAsync(result, console.Error);
        }
        catch (Exception e) when (RunFailure.CodeOf(e, stop) is { } code)
        {
            await console.Error.WriteLineAsync($"gatewaybench: {RunFailure.MessageOf(e)}");
            return code;
        }
    }

    private static Task<LoadResult> Watched(
        RunOptions options,
        TextWriter error,
        Func<RunOptions, Task<LoadResult>> run
    ) =>
        LiveTerminal.On(error) is { } terminal
            ? terminal.WatchAsync(options, run)
            : run(options with { Live = new PlainProgress(error).Tell });

    private RunOptions Settings(ParseResult parsed, LoadSettings settings)
    {
        var console = parsed.InvocationConfiguration;
        (string Variable, Option Option)[] both =
        [
            (Variables.Duration, _load.Duration),
            (Variables.WarmUp, _warmUp),
            (Variables.Seed, _seed),
            (Variables.Prompts, _scenario.PromptFile),
            (Variables.OutputDirectory, _out),
        ];
        return Defaults with
        {
            Name = parsed.GetRequiredValue(_name),
            Slos = parsed.GetValue(_slos) ?? [],
            Command = CommandText.Of(parsed, _scenario.Secrets),
            Seed = parsed.ValueIfGiven(_seed) ?? settings.Seed,
            WarmUpCap = parsed.ValueIfGiven(_warmUp) ?? settings.WarmUpCap,
            Prompts = _scenario.Prompts(parsed, settings),
            OutputDirectory = parsed.GetValue(_out) ?? settings.OutputDirectory,
            BaselineDirectory = parsed.GetRequiredValue(_store),
            FromEnvironment = [.. settings.Given.Order(StringComparer.Ordinal)],
            FromCommandLine =
            [
                .. both.Where(pair => parsed.IsGiven(pair.Option)).Select(pair => pair.Variable),
            ],
            Output = console.Output.WriteLine,
            Progress = console.Error.WriteLine,
            // The command line has its own way, which ends the run by the token.
            StopOnInterrupt = false,
        };
    }
}
