using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>What it takes to measure commits of a project: the same for a whole bisection and for one step.</summary>
internal sealed class BisectSession
{
    private BisectSession(
        BenchPlan bench,
        PairPlan plan,
        GitRepository git,
        ICandidateMeter meter
    ) => (Bench, Plan, Git, Meter) = (bench, plan, git, meter);

    public BenchPlan Bench { get; }

    public PairPlan Plan { get; }

    /// <summary>The user's, by the folder of the project.</summary>
    public GitRepository Git { get; }

    public ICandidateMeter Meter { get; }

    /// <param name="parsed">The command line.</param>
    /// <param name="options">How pairs are measured.</param>
    /// <param name="benchFile">What users do.</param>
    /// <exception cref="UsageException">There is no project.</exception>
    /// <exception cref="BenchException">The bench file is none.</exception>
    public static BisectSession Of(ParseResult parsed, PairOptions options, string benchFile)
    {
        var error = parsed.InvocationConfiguration.Error;
        var bench = BenchFile.Read(benchFile);
        ArmTarget.Require(bench);
        var project = options.ProjectOf(parsed, bench);
        var plan = options.Plan(parsed, bench, benchFile, isRemote: false);
        // A search follows one row: others would only take time.
        plan = plan with
        {
            Rows = [.. plan.Rows.Take(1)],
        };
        var sources = options.Sources(parsed, bench, error.WriteLine);
        return new BisectSession(
            bench,
            plan,
            new GitRepository(Path.GetDirectoryName(project)!),
            new CommitMeter(
                (commit, stop) =>
                    sources.NamedAsync(commit, new Dictionary<string, string>(), stop),
                (a, b) =>
                    new ArmLauncher(
                        Path.GetFullPath(benchFile),
                        plan,
                        options.TransportOf(parsed, bench),
                        options.Allow(parsed),
                        a,
                        b
                    ).LaunchAsync,
                launch => new PairMeter(launch, plan, TimeProvider.System),
                plan.Primary,
                error.WriteLine
            )
        );
    }
}
