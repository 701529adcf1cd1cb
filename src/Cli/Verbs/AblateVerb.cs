using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench ablate</c>: what each of several settings costs.</summary>
internal sealed class AblateVerb : Command
{
    private const int DefaultPairs = 16;

    /// <summary>Fewer can call nothing at an alpha of 1 %.</summary>
    private const int LeastPairs = 7;

    private readonly Argument<string> _bench = new("bench")
    {
        HelpName = "bench file",
        Description = "What users do, and what stands behind the gateway. Its load is not used.",
    };

    private readonly Option<BenchSetting[]> _switches = SettingOption.Create(
        "--switch",
        "the gateway that is compared with the one as configured"
    );

    private readonly Option<BenchSetting[]> _set = SettingOption.Create("--set", "both");

    private readonly PairCountOptions _count = new(
        "The pairs of each switch.",
        DefaultPairs,
        LeastPairs,
        Looks.Most
    );

    private readonly PairOptions _options = new("artifacts/ablate");

    public AblateVerb()
        : base(
            "ablate",
            "Tells what each setting of a gateway costs: for every --switch the gateway as configured against "
                + "the same with the switch set, in pairs, as compare does it. Exit codes: 0 measured, 2 wrong "
                + "usage, 3 no verdict for noise, 4 an arm could not be started or failed, 130 cancelled."
        )
    {
        Arguments.Add(_bench);
        Option[] all = [_switches, _set, .. _count.All, .. _options.All];
        Array.ForEach(all, Add);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) =>
        PairCommand.RunAsync(
            parsed.InvocationConfiguration.Error,
            () => MeasureAsync(parsed, stop),
            stop
        );

    private async Task<int> MeasureAsync(ParseResult parsed, CancellationToken stop)
    {
        var switches = parsed.GetValue(_switches) ?? [];
        if (switches.Length == 0)
        {
            throw new UsageException(
                "No --switch is given; allowed: one or more, such as --switch Auth:Enabled=false."
            );
        }
        var benchFile = parsed.GetRequiredValue(_bench);
        var bench = BenchFile.Read(benchFile);
        ArmTarget.Require(bench);
        var own = await _options
            .Sources(parsed, bench, parsed.InvocationConfiguration.Error.WriteLine)
            .OwnBuildAsync(stop);
        var plan = _options.Plan(parsed, bench, benchFile, isRemote: false);
        var pairs = _count.Of(parsed, plan, switches.Length);
        plan = plan with { MostPairs = pairs, Looks = [pairs] };
        var configured = PairOptions.Settings(parsed, _set);
        return await new PairCommand(parsed, _options, bench, benchFile).AblateAsync(
            plan,
            [.. switches.Select(one => (Arm(own, configured), Arm(own, configured, one)))],
            stop
        );
    }

    /// <summary>What both have is said of A; of B, what it is switched by.</summary>
    private static ArmSpec Arm(
        string assembly,
        Dictionary<string, string> configured,
        params ReadOnlySpan<BenchSetting> switches
    )
    {
        var title = Path.GetFileNameWithoutExtension(assembly);
        var own = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in switches)
        {
            own[one.Key] = one.Value;
        }
        var all = new Dictionary<string, string>(configured, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in own)
        {
            all[key] = value;
        }
        var shown = ArmSources.Hosted(title, assembly, null, own.Count > 0 ? own : configured);
        return shown with { Settings = all };
    }
}
