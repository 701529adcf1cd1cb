using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench compare</c>: one gateway, or one setting of it, against another.</summary>
internal sealed class CompareVerb : Command
{
    private readonly Argument<string[]> _arms = ResultArgument.Several(
        "arms",
        "A and B: each a URL, a published folder, a .dll or a git revision. Without them both are one build, "
            + "which --a-set and --b-set tell apart. Last, or by --bench: the bench file.",
        new ArgumentArity(0, 3)
    );

    private readonly Option<string> _bench = OptionOf.Text(
        "--bench",
        "file",
        "The bench file: what users do, and what stands behind the gateway. Its load is not used."
    );

    private readonly Option<BenchSetting[]> _aSet = SettingOption.Create("--a-set", "A");

    private readonly Option<BenchSetting[]> _bSet = SettingOption.Create("--b-set", "B");

    private readonly PairCountOptions _count = new(
        "The most pairs that there is time for.",
        Looks.Standard.Last,
        least: 7,
        Looks.Most
    );

    private readonly PairOptions _options = new();

    public CompareVerb()
        : base(
            "compare",
            "Tells whether B is slower than A: fresh launches of both in pairs, measured in turns, until the "
                + "ratio within pairs is sure enough. Exit codes: 0 not regressed, 1 regressed, 2 wrong usage, "
                + "3 no verdict for noise, 4 an arm could not be started or failed, 130 cancelled."
        )
    {
        Arguments.Add(_arms);
        Option[] all = [_bench, _aSet, _bSet, .. _count.All, .. _options.All];
        Array.ForEach(all, Add);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        return PairCommand.RunAsync(console.Error, () => CompareAsync(parsed, stop), stop);
    }

    private async Task<int> CompareAsync(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        var (names, benchFile) = Arms(parsed);
        var bench = BenchFile.Read(benchFile);
        var (a, b) = await ArmsAsync(parsed, names, bench, console.Error, stop);
        var isRemote = a.Url is not null;
        if (isRemote != b.Url is not null)
        {
            throw new UsageException(
                "One arm is a URL and the other is hosted, which differ by more than the gateway; allowed: two URLs, or none."
            );
        }
        if (!isRemote)
        {
            ArmTarget.Require(bench);
        }
        var plan = _options.Plan(parsed, bench, benchFile, isRemote);
        var pairs = _count.Of(parsed, plan);
        plan = plan with { MostPairs = pairs, Looks = [.. Looks.UpTo(pairs).ReachedBy(pairs)] };
        return await new PairCommand(parsed, _options, bench, benchFile).CompareAsync(
            plan,
            a,
            b,
            stop
        );
    }

    /// <summary>The arms, none or two, and the bench file.</summary>
    private (string[] Names, string Bench) Arms(ParseResult parsed)
    {
        var words = parsed.GetValue(_arms) ?? [];
        var bench = parsed.GetValue(_bench);
        var isLast = words.Length is 1 or 3;
        if (isLast == bench is not null)
        {
            throw new UsageException(
                bench is null
                    ? "The bench file is missing; allowed: as the last argument, or by --bench."
                    : $"The bench file is given twice, by --bench and as '{words[^1]}'; allowed: once, and no arms or two."
            );
        }
        return isLast ? (words[..^1], words[^1]) : (words, bench!);
    }

    private async Task<(ArmSpec A, ArmSpec B)> ArmsAsync(
        ParseResult parsed,
        string[] names,
        BenchPlan bench,
        TextWriter error,
        CancellationToken stop
    )
    {
        var sources = _options.Sources(parsed, bench, error.WriteLine);
        var (aSet, bSet) = (
            PairOptions.Settings(parsed, _aSet),
            PairOptions.Settings(parsed, _bSet)
        );
        if (names is [var nameA, var nameB])
        {
            return (
                await sources.NamedAsync(nameA, aSet, stop),
                await sources.NamedAsync(nameB, bSet, stop)
            );
        }
        if (aSet.Count + bSet.Count == 0)
        {
            throw new UsageException(
                "A and B are the same build with the same settings; allowed: two arms, --a-set or --b-set. "
                    + "For how much a build differs from itself, see: gatewaybench noise"
            );
        }
        var own = await sources.OwnBuildAsync(stop);
        var title = Path.GetFileNameWithoutExtension(own);
        return (
            ArmSources.Hosted(title, own, null, aSet),
            ArmSources.Hosted(title, own, null, bSet)
        );
    }
}
