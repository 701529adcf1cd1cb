using System.CommandLine;
using System.Security.Cryptography;

namespace GatewayBench.Cli;

/// <summary>How pairs are measured: the options that <c>compare</c> and <c>noise</c> share.</summary>
/// <param name="usualOut">Where reports go unless <c>--out</c> says otherwise.</param>
internal sealed class PairOptions(string usualOut = "artifacts/compare")
{
    private const int MostMinutes = 60;

    private readonly Option<string> _project = OptionOf.Text(
        "--project",
        "file",
        "The gateway's project, which is built in Release. [default: the bench file's target.project]"
    );

    private readonly Option<string> _gateway = OptionOf.Text(
        "--gateway",
        "file",
        "Its assembly instead: the .dll of an optimised build. [default: the bench file's target.gateway]"
    );

    private readonly Option<string> _transport = OptionOf.Choice(
        "--transport",
        "How bytes reach a hosted gateway. [default: the bench file's]",
        [.. TransportNames.All]
    );

    private readonly Option<int> _users = OptionOf.Number(
        "--users",
        "Closed-loop users an arm, whatever load the bench file says. [default: one a core]",
        min: 1,
        max: 20_000
    );

    private readonly Option<int> _slices = OptionOf.Number(
        "--slices",
        "Slices of each arm in a pair, reduced by their median. [default: 16]",
        min: 1,
        max: 1_000
    );

    private readonly Option<TimeSpan> _slice = OptionOf.Duration(
        "--slice",
        "How long a slice is. [default: 250ms]",
        max: TimeSpan.FromMinutes(1),
        min: TimeSpan.FromMilliseconds(10)
    );

    private readonly Option<TimeSpan> _open = OptionOf.Duration(
        "--open",
        "The longest that each arm's open load may take, for p99 and CPU per request; 0ms for none. [default: 10s]",
        max: TimeSpan.FromMinutes(MostMinutes)
    );

    private readonly Option<TimeSpan> _warmUp = OptionOf.Duration(
        "--warm-up",
        "The longest warm-up of each launch, which ends once the gateway has settled; 0ms for none. [default: 20s]",
        max: TimeSpan.FromMinutes(MostMinutes)
    );

    private readonly Option<ulong> _seed = OptionOf.Number<ulong>(
        "--seed",
        "The seed of all draws. [default: 42]",
        min: 0,
        max: ulong.MaxValue
    );

    private readonly Option<string> _metric = OptionOf.Choice(
        "--metric",
        "The one metric that decides. [default: rate]",
        [.. PairMetrics.ByOption.Keys]
    );

    private readonly Option<string> _row = OptionOf.Text(
        "--row",
        "name",
        "The scenario of the bench file that decides; the others are rows of their own beside it. [default: all of them as one row]"
    );

    private readonly Option<string[]> _allow = new("--allow")
    {
        HelpName = "host",
        Description = "A host beyond this machine that is yours to load; can be given again.",
    };

    private readonly Option<string> _name = OptionOf.Text(
        "--name",
        "name",
        "What the comparison is called. [default: the bench file's name]"
    );

    private readonly Option<string> _out = OptionOf.Text(
        "--out",
        "folder",
        $"Where it gets a folder for its reports. [default: {usualOut}]"
    );

    private readonly Option<string> _resume = OptionOf.Text(
        "--resume",
        "folder",
        "Goes on with the pairs in that folder: the same arms and options."
    );

    private readonly Option<string> _builds = OptionOf.Text(
        "--builds",
        "folder",
        "Where builds of revisions are kept. [default: the user's application data]"
    );

    public Option<string> Store { get; } = BaselineVerb.StoreOption();

    public IEnumerable<Option> All => [.. OfCommits, _gateway, _resume, Store];

    /// <summary>Those that make sense where all arms are commits.</summary>
    public IEnumerable<Option> OfCommits =>
        [
            _project,
            _metric,
            _row,
            _transport,
            _users,
            _slices,
            _slice,
            _open,
            _warmUp,
            _seed,
            _allow,
            _name,
            _out,
            _builds,
        ];

    public IReadOnlyList<string> Allow(ParseResult parsed) => parsed.GetValue(_allow) ?? [];

    public string Name(ParseResult parsed, BenchPlan bench) => parsed.GetValue(_name) ?? bench.Name;

    public string? Resume(ParseResult parsed) => parsed.GetValue(_resume);

    /// <summary>Under which each comparison gets a folder of its own.</summary>
    public string Out(ParseResult parsed) => parsed.GetValue(_out) ?? usualOut;

    /// <summary>The folder that builds of revisions are kept in.</summary>
    public string Builds(ParseResult parsed) =>
        Path.GetFullPath(parsed.GetValue(_builds) ?? RevisionBuilds.UsualFolder);

    /// <summary>The full path of the project that revisions are built of.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public string ProjectOf(ParseResult parsed, BenchPlan bench) =>
        FileOf(parsed, _project)
        ?? bench.Target?.Project
        ?? throw new UsageException(
            $"Nothing says which project commits are built of; allowed: {_project.Name}, or target.project in the bench file."
        );

    public Transport TransportOf(ParseResult parsed, BenchPlan bench) =>
        TransportNames.Parse(parsed.GetValue(_transport) ?? "")
        ?? bench.Target?.Transport
        ?? Transport.Loopback;

    /// <summary>Of a key that is given again, the last value.</summary>
    public static Dictionary<string, string> Settings(
        ParseResult parsed,
        Option<BenchSetting[]> option
    )
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in parsed.GetValue(option) ?? [])
        {
            settings[setting.Key] = setting.Value;
        }
        return settings;
    }

    /// <exception cref="UsageException">A file is not there, or both are given.</exception>
    public ArmSources Sources(ParseResult parsed, BenchPlan bench, Action<string> progress)
    {
        parsed.Refuse(_project, _gateway);
        return new ArmSources(
            bench.Target,
            FileOf(parsed, _project),
            FileOf(parsed, _gateway),
            new RevisionBuilds(Builds(parsed), ProjectBuild.RunAsync, progress),
            progress
        );
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="bench">What the bench file says.</param>
    /// <param name="benchFile">Where it is.</param>
    /// <param name="isRemote">Whether the arms run elsewhere.</param>
    public PairPlan Plan(ParseResult parsed, BenchPlan bench, string benchFile, bool isRemote)
    {
        var connections = bench.Target?.Connections ?? new ConnectionOptions();
        var transport = TransportNames.All[(int)TransportOf(parsed, bench)];
        var plan = new PairPlan
        {
            Bench = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(benchFile))),
            Transport = connections.LabelOf(isRemote ? "remote" : transport),
        };
        plan = plan with
        {
            Users = parsed.ValueIfGiven(_users) ?? plan.Users,
            Slices = parsed.ValueIfGiven(_slices) ?? plan.Slices,
            SliceSeconds = parsed.ValueIfGiven(_slice)?.TotalSeconds ?? plan.SliceSeconds,
            OpenSeconds = parsed.ValueIfGiven(_open)?.TotalSeconds ?? plan.OpenSeconds,
            WarmUpSeconds = parsed.ValueIfGiven(_warmUp)?.TotalSeconds ?? plan.WarmUpSeconds,
            Seed = parsed.ValueIfGiven(_seed) ?? bench.Seed ?? plan.Seed,
            Metric = parsed.GetValue(_metric) is { } metric
                ? PairMetrics.ByOption[metric].Name
                : plan.Metric,
            Rows = RowsOf(parsed, bench),
        };
        RequireMeasured(plan, isRemote);
        return plan;
    }

    /// <summary>A metric that no pair would have, and each be discarded for.</summary>
    private void RequireMeasured(PairPlan plan, bool isRemote)
    {
        var metric = plan.Primary;
        var option = PairMetrics.ByOption.First(one => one.Value == metric).Key;
        if (plan.OpenSeconds == 0 && (metric == PairedMetric.Cpu || metric == PairedMetric.P99))
        {
            throw new UsageException(
                $"{_metric.Name} is '{option}', which is of the open load, and {_open.Name} leaves that out; allowed: one of the two."
            );
        }
        if (isRemote && (metric == PairedMetric.Cpu || metric == PairedMetric.Allocations))
        {
            throw new UsageException(
                $"{_metric.Name} is '{option}', which nobody knows of a gateway at a URL; allowed: rate, p99."
            );
        }
    }

    /// <summary>The one that decides first.</summary>
    private string[] RowsOf(ParseResult parsed, BenchPlan bench)
    {
        if (parsed.GetValue(_row) is not { } name)
        {
            return [];
        }
        string[] all = [.. BenchRows.Of(bench.Scenario).Select(row => row.Name)];
        return all.Contains(name)
            ? [name, .. all.Where(other => other != name)]
            : throw new UsageException(
                $"{_row.Name} is '{name}'; allowed: {string.Join(", ", all)}."
            );
    }

    /// <summary>What A/A has said of the row that decides.</summary>
    /// <returns>Null where nothing of the kind was measured.</returns>
    public NoiseRow? NoiseOf(
        ParseResult parsed,
        PairPlan plan,
        BenchPlan bench,
        MachineInfo machine
    ) =>
        new NoiseStore(parsed.GetRequiredValue(Store))
            .Of(Fingerprint.Of(machine))
            .Find(RowOf(plan, bench), plan.Metric, plan.NoiseConditions);

    /// <summary>The name of the row that decides.</summary>
    public static string RowOf(PairPlan plan, BenchPlan bench) =>
        plan.Rows is [var first, ..] ? first : bench.Scenario.Name;

    /// <exception cref="UsageException">It is not there.</exception>
    public static string? FileOf(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) is not { } path ? null
        : File.Exists(path) ? Path.GetFullPath(path)
        : throw new UsageException($"{option.Name} is '{path}'; allowed: a file that is there.");
}
