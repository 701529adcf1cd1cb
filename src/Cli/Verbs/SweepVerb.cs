using System.CommandLine;
using System.Security.Cryptography;
using System.Text;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench sweep</c>: one load with each of several values of a setting.</summary>
internal sealed class SweepVerb : Command
{
    private const int DefaultRounds = 3;
    private const int MostRounds = 100;

    private readonly Argument<string> _bench = new("bench")
    {
        HelpName = "bench file",
        Description = "The gateway, its provider, and the load that each value gets.",
    };

    private readonly Option<SweepAxis[]> _vary = VaryOption.Create();
    private readonly Option<BenchSetting[]> _set = SettingOption.Create("--set", "all of them");

    private readonly Option<int> _rounds = OptionOf.Number(
        "--rounds",
        "How often each value is measured, in a new random order each time. [default: 3]",
        min: SweepJudge.LeastRounds,
        max: MostRounds
    );

    private readonly Option<ulong> _seed = OptionOf.Number<ulong>(
        "--seed",
        "The seed of all draws. [default: the bench file's, or 42]",
        min: 0,
        max: ulong.MaxValue
    );

    private readonly Option<TimeSpan> _warmUp = OptionOf.Duration(
        "--warm-up",
        "The longest warm-up of each run, which ends once the gateway has settled; 0ms for none. [default: the bench file's, or 20s]",
        max: TimeSpan.FromHours(1)
    );

    private readonly Option<string> _out = OptionOf.Text(
        "--out",
        "folder",
        "Where the sweep gets a folder for its reports. [default: artifacts/sweep]"
    );

    private readonly Option<string> _resume = OptionOf.Text(
        "--resume",
        "folder",
        "Goes on with the runs in that folder: the same bench file and options."
    );

    public SweepVerb()
        : base(
            "sweep",
            "Loads a gateway with each of several values of a setting, in rounds of random order, and "
                + "recommends one if they can be told apart. Exit codes: 0 measured, 2 wrong usage, 3 no "
                + "recommendation as too many figures are invalid, 4 could not be started, 130 cancelled."
        )
    {
        Arguments.Add(_bench);
        Option[] all = [_vary, _set, _rounds, _warmUp, _seed, _out, _resume];
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
        // A Ctrl-C ahead of the first wait would end the process over the head of this method.
        await Task.Yield();
        var axes = parsed.GetValue(_vary) ?? [];
        if (axes.Length == 0)
        {
            throw new UsageException(
                "No --vary is given; allowed: one or more, such as --vary Resilience:BreakSeconds=1,5,20."
            );
        }
        var benchFile = parsed.GetRequiredValue(_bench);
        var bench = BenchFile.Read(benchFile);
        bench = bench with { WarmUp = parsed.ValueIfGiven(_warmUp) ?? bench.WarmUp };
        var target = Require(bench);
        target = target with
        {
            Settings =
            [
                .. target.Settings,
                .. (parsed.GetValue(_set) ?? []).Select(one =>
                    one with
                    {
                        IsSecret = SecretKey.Is(one.Key),
                    }
                ),
            ],
        };
        var points = SweepGrid.Points(axes);
        target = await BuiltAsync(target, parsed.InvocationConfiguration.Error, stop);
        var fresh = new SweepResult
        {
            SchemaVersion = SweepResult.CurrentSchemaVersion,
            Name = bench.Name,
            Hypothesis = bench.Hypothesis,
            StartedAt = TimeProvider.System.GetUtcNow(),
            Machine = MachineInfo.Read(),
            Bench = HashOf(benchFile, bench.WarmUp, target.Settings),
            Build = GatewayFolder.IdentityOf(target.Assembly!),
            Seed = parsed.ValueIfGiven(_seed) ?? bench.Seed ?? new RunOptions().Seed,
            Rounds = parsed.ValueIfGiven(_rounds) ?? DefaultRounds,
            Points = points,
            Configured = Configured(points, target.Settings),
        };
        var resumed = parsed.GetValue(_resume);
        var sweep = resumed is null
            ? fresh
            : ResumedFolder.Read(
                resumed,
                "a sweep",
                SweepFile.Read,
                stored => SweepFile.Difference(stored, fresh)
            ) with
            {
                Recommendation = null,
            };
        var folder =
            resumed
            ?? RunFolder.New(
                parsed.GetValue(_out) ?? "artifacts/sweep",
                fresh.Name,
                fresh.StartedAt
            );
        var done = await new SweepSession(
            bench,
            target,
            folder,
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error
        ).RunAsync(sweep, stop);
        return done.IsPartial ? ExitCodes.Cancelled
            : done.Recommendation?.Point is null ? ExitCodes.Invalid
            : ExitCodes.Success;
    }

    private static BenchTarget Require(BenchPlan bench)
    {
        if (bench.Load.Profile is { } profile)
        {
            throw new UsageException(
                $"The bench file's load is the profile {profile.Name}, of several rows or a search; allowed: users, rate or trace."
            );
        }
        return bench.Target is { Url: null } target
            ? target
            : throw new UsageException(
                "The bench file hosts no gateway that could be given settings; allowed: target.project or target.gateway."
            );
    }

    /// <summary>Of all that is not varied; values of settings may be secret, and can't be read from it.</summary>
    private static string HashOf(
        string benchFile,
        TimeSpan? warmUp,
        IReadOnlyList<BenchSetting> settings
    ) =>
        Convert.ToHexStringLower(
            SHA256.HashData([
                .. File.ReadAllBytes(benchFile),
                .. Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        [$"{warmUp}", .. settings.Select(one => $"{one.Key}={one.Value}")]
                    )
                ),
            ])
        );

    private static async Task<BenchTarget> BuiltAsync(
        BenchTarget target,
        TextWriter error,
        CancellationToken stop
    )
    {
        if (target.Project is not { } project)
        {
            return target;
        }
        await error.WriteLineAsync($"building {Path.GetFileName(project)}");
        return target with
        {
            Project = null,
            Assembly = await ProjectBuild.RunAsync(project, stop),
        };
    }

    /// <summary>Of a key that is set again, the last value.</summary>
    private static int? Configured(
        IReadOnlyList<SweepPoint> points,
        IReadOnlyList<BenchSetting> settings
    )
    {
        var now = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in settings)
        {
            now[setting.Key] = setting.Value;
        }
        return Enumerable
            .Range(0, points.Count)
            .Where(i => points[i].Settings.All(one => now.GetValueOrDefault(one.Key) == one.Value))
            .Select(i => (int?)i)
            .FirstOrDefault();
    }
}
