using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The options of a gateway that the tool hosts. Over a bench file's each wins by itself.</summary>
internal sealed class HostedOptions
{
    private readonly Option<string> _gateway = OptionOf.Text(
        "--gateway",
        "project|dll",
        "A gateway to host, in place of a URL: its project file, which is built first, in Release, "
            + "or the .dll of its optimised build."
    );

    private readonly Option<string> _transport = OptionOf.Choice(
        "--transport",
        "How bytes reach that gateway. [default: loopback]",
        [.. TransportNames.All]
    );

    private readonly Option<string> _hosting = OptionOf.Choice(
        "--hosting",
        "Where it runs: in the tool's process, or as one of its own. [default: inprocess]",
        "inprocess",
        "child"
    );

    private readonly Option<long> _heapLimit = OptionOf.Parsed(
        "--heap-limit",
        "size",
        "With --hosting child: the most that its garbage-collected heap may take, such as 200MB. "
            + "[default: no limit]",
        HeapLimit.Parse
    );

    private readonly Option<BenchSetting[]> _settings = SettingOption.Create();

    private readonly Option<string[]> _meters = new("--meters")
    {
        HelpName = "name",
        Description =
            "A meter of its own that is watched, such as My.Gateway; one that ends in * stands for all "
            + "that begin so. Can be given again.",
    };

    private readonly HostedProviderOptions _provider = new();

    public IEnumerable<Option> All =>
        [_gateway, _transport, _hosting, _heapLimit, _settings, _meters, .. _provider.All];

    /// <summary>Whose values are nobody else's to read.</summary>
    public Option[] Secrets => [_settings];

    /// <summary>Whether the command line says which gateway is hosted.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.IsGiven(_gateway);

    /// <summary>What the command line says of how the gateway is hosted, by the names of the run's settings.</summary>
    public IEnumerable<string> Decided(ParseResult parsed)
    {
        (Option Option, string Setting)[] all =
        [
            (_transport, Variables.Transport),
            (_hosting, SettingsInForce.Hosting),
            (_heapLimit, SettingsInForce.HeapLimit),
        ];
        return all.Where(one => parsed.IsGiven(one.Option)).Select(one => one.Setting);
    }

    /// <summary>What a bench file says, with what the command line says instead.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="settings">What the environment says, which wins over the file.</param>
    /// <param name="bench">The file's target; null for none.</param>
    /// <param name="provider">The file's provider; null for none.</param>
    /// <returns>Null if neither says what is loaded.</returns>
    /// <exception cref="UsageException">The two contradict each other, or a file is not there.</exception>
    public HostedPlan? Over(
        ParseResult parsed,
        LoadSettings settings,
        BenchTarget? bench,
        IReadOnlyList<GivenOption>? provider
    )
    {
        var target = IsGiven(parsed) ? Named(parsed.GetRequiredValue(_gateway)) : bench;
        if (target is not { Url: null })
        {
            RefuseAll(parsed, target is null ? "without" : "with a URL and without");
            return target is null ? null : new HostedPlan(target, provider);
        }
        target = target with
        {
            Transport =
                TransportNames.Parse(parsed.GetValue(_transport) ?? "")
                ?? (
                    settings.Given.Contains(Variables.Transport)
                        ? settings.Transport
                        : target.Transport
                ),
            Hosting = parsed.IsGiven(_hosting)
                ? HostingOf(parsed.GetRequiredValue(_hosting))
                : target.Hosting,
            HeapLimit = parsed.ValueIfGiven(_heapLimit) ?? target.HeapLimit,
            Settings = [.. target.Settings, .. parsed.GetValue(_settings) ?? []],
            Meters = [.. target.Meters, .. parsed.GetValue(_meters) ?? []],
        };
        return _provider.Over(parsed, new HostedPlan(target, provider));
    }

    /// <summary>What only a hosted gateway has misleads where there is none.</summary>
    /// <exception cref="UsageException">One is given.</exception>
    public void RefuseAll(ParseResult parsed, string why)
    {
        if (All.FirstOrDefault(parsed.IsGiven) is { } option)
        {
            throw new UsageException(
                $"{option.Name} is given {why} a gateway to host; allowed: with {_gateway.Name}, or "
                    + "with a bench file that has target.gateway or target.project."
            );
        }
    }

    private static Hosting HostingOf(string name) =>
        name == "child" ? Hosting.Child : Hosting.InProcess;

    private BenchTarget Named(string path)
    {
        var isAssembly = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var isProject = Path.GetExtension(path).EndsWith("proj", StringComparison.Ordinal);
        return (isAssembly || isProject) && File.Exists(path)
            ? BenchTarget.Hosted(Path.GetFullPath(path), isProject)
            : throw new UsageException(
                $"{_gateway.Name} is '{path}'; allowed: a project file such as Shop.csproj, or the .dll "
                    + "of a build, that is there."
            );
    }
}
