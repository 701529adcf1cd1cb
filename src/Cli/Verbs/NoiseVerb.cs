using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench noise</c>: one build against itself.</summary>
internal sealed class NoiseVerb : Command
{
    private const int DefaultPairs = 16;

    private readonly Argument<string> _bench = new("bench")
    {
        HelpName = "bench file",
        Description = "What users do, and what stands behind the gateway. Its load is not used.",
    };

    private readonly Option<BenchSetting[]> _set = SettingOption.Create("--set", "the gateway");

    private readonly PairCountOptions _count = new(
        "How many pairs are measured; with more, sigma is known better, and smaller leans are found.",
        DefaultPairs,
        NoiseCalibration.LeastPairs,
        most: 1_000
    );

    private readonly PairOptions _options = new();

    public NoiseVerb()
        : base(
            "noise",
            "Measures one build against itself (A/A): how far pairs scatter on this machine, and whether they "
                + "lean to one side. It is kept with the machine's baselines, and compare reads it. Exit codes: "
                + "0 stored, 2 wrong usage, 3 no verdict may be given here, 4 an arm could not be started or "
                + "failed, 130 cancelled."
        )
    {
        Arguments.Add(_bench);
        Option[] all = [_set, .. _count.All, .. _options.All];
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
        var benchFile = parsed.GetRequiredValue(_bench);
        var bench = BenchFile.Read(benchFile);
        ArmTarget.Require(bench);
        var sources = _options.Sources(
            parsed,
            bench,
            parsed.InvocationConfiguration.Error.WriteLine
        );
        var own = await sources.OwnBuildAsync(stop);
        var arm = ArmSources.Hosted(
            Path.GetFileNameWithoutExtension(own),
            own,
            null,
            PairOptions.Settings(parsed, _set)
        );
        var plan = _options.Plan(parsed, bench, benchFile, isRemote: false);
        plan = plan with { MostPairs = _count.Of(parsed, plan) };
        return await new PairCommand(parsed, _options, bench, benchFile).CalibrateAsync(
            plan,
            arm,
            stop
        );
    }
}
