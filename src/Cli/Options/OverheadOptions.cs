using System.CommandLine;
using System.Security.Cryptography;

namespace GatewayBench.Cli;

/// <summary>What <c>overhead</c> can be told besides its bench file.</summary>
internal sealed class OverheadOptions
{
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

    private readonly Option<BenchSetting[]> _set = SettingOption.Create("--set", "the gateway");

    private readonly Option<string> _transport = OptionOf.Choice(
        "--transport",
        "How bytes reach gateway and provider. [default: the bench file's]",
        [.. TransportNames.All]
    );

    private readonly Option<int> _pairs = OptionOf.Number(
        "--pairs",
        "Requests a row, each of which is sent through the gateway and directly; an interval of the p99 needs 368. [default: 500]",
        min: 10,
        max: 100_000
    );

    private readonly Option<int> _users = OptionOf.Number(
        "--users",
        "How many requests are under way at once; with more than one, what they wait for each other is measured too. [default: 1]",
        min: 1,
        max: 64
    );

    private readonly Option<TimeSpan> _warmUp = OptionOf.Duration(
        "--warm-up",
        "How long each row is warmed up, both ways alike. [default: 5s]",
        max: TimeSpan.FromHours(1)
    );

    private readonly Option<ulong> _seed = OptionOf.Number<ulong>(
        "--seed",
        "The seed of all draws. [default: 42]",
        min: 0,
        max: ulong.MaxValue
    );

    private readonly Option<string> _name = OptionOf.Text(
        "--name",
        "name",
        "What it is called. [default: the bench file's name]"
    );

    private readonly Option<string> _out = OptionOf.Text(
        "--out",
        "folder",
        "Where it gets a folder for its reports. [default: artifacts/overhead]"
    );

    private readonly Option<string> _resume = OptionOf.Text(
        "--resume",
        "folder",
        "Goes on with the rows in that folder: the same gateway, bench file and options."
    );

    public IEnumerable<Option> All =>
        [
            _project,
            _gateway,
            _set,
            _transport,
            _pairs,
            _users,
            _warmUp,
            _seed,
            _name,
            _out,
            _resume,
        ];

    public string Name(ParseResult parsed, BenchPlan bench) => parsed.GetValue(_name) ?? bench.Name;

    /// <summary>A folder that is still to be made, or that of what is gone on with.</summary>
    public string Folder(ParseResult parsed, OverheadStart start) =>
        parsed.GetValue(_resume) is { } resumed
            ? Path.GetFullPath(resumed)
            : RunFolder.New(parsed.GetValue(_out) ?? "artifacts/overhead", start.Name, start.At);

    /// <summary>What is stored of the same overhead.</summary>
    /// <returns>Null to begin.</returns>
    /// <exception cref="UsageException">It can't be read, or is of something else.</exception>
    public OverheadResult? Resume(ParseResult parsed, OverheadStart now) =>
        parsed.GetValue(_resume) is { } folder
            ? ResumedFolder.Read(folder, "an overhead", OverheadFile.Read, now.DifferenceFrom)
            : null;

    /// <exception cref="UsageException">A file is not there, or both are given.</exception>
    public ArmSources Sources(ParseResult parsed, BenchPlan bench, Action<string> progress)
    {
        parsed.Refuse(_project, _gateway);
        return new ArmSources(
            bench.Target,
            PairOptions.FileOf(parsed, _project),
            PairOptions.FileOf(parsed, _gateway),
            new RevisionBuilds(RevisionBuilds.UsualFolder, ProjectBuild.RunAsync, progress),
            progress
        );
    }

    /// <summary>How the gateway is hosted.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="bench">What the bench file says.</param>
    /// <param name="benchFile">Where it is.</param>
    /// <param name="assembly">The gateway's.</param>
    public ArmOrder Order(ParseResult parsed, BenchPlan bench, string benchFile, string assembly) =>
        new()
        {
            Token = "",
            Bench = benchFile,
            Assembly = assembly,
            Settings = PairOptions.Settings(parsed, _set),
            Transport = TransportOf(parsed, bench),
        };

    /// <summary>The gateway's build, as reports name it.</summary>
    public ComparedArm Build(ParseResult parsed, string assembly) =>
        ArmSources
            .Hosted(
                Path.GetFileNameWithoutExtension(assembly),
                assembly,
                commit: null,
                PairOptions.Settings(parsed, _set)
            )
            .Shown;

    /// <param name="parsed">The command line.</param>
    /// <param name="bench">What the bench file says.</param>
    /// <param name="benchFile">Where it is.</param>
    /// <exception cref="UsageException">There are more users than pairs.</exception>
    public OverheadPlan Plan(ParseResult parsed, BenchPlan bench, string benchFile)
    {
        var plan = new OverheadPlan
        {
            Bench = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(benchFile))),
            Transport = TransportNames.All[(int)TransportOf(parsed, bench)],
        };
        plan = plan with
        {
            Pairs = parsed.ValueIfGiven(_pairs) ?? plan.Pairs,
            Users = parsed.ValueIfGiven(_users) ?? plan.Users,
            WarmUpSeconds = parsed.ValueIfGiven(_warmUp)?.TotalSeconds ?? plan.WarmUpSeconds,
            Seed = parsed.ValueIfGiven(_seed) ?? bench.Seed ?? plan.Seed,
        };
        return plan.Users <= plan.Pairs
            ? plan
            : throw new UsageException(
                $"{_users.Name} is {plan.Users}, with {plan.Pairs} pairs; allowed: at least a pair for each user."
            );
    }

    private Transport TransportOf(ParseResult parsed, BenchPlan bench) =>
        TransportNames.Parse(parsed.GetValue(_transport) ?? "")
        ?? bench.Target?.Transport
        ?? Transport.Loopback;
}
