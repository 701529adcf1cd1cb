using GatewayBench.Support;

namespace GatewayBench.Cli.Tests;

/// <summary>What ends a bisection before it measures, and what it leaves of the user's repository.</summary>
public sealed class BisectVerbTests : IDisposable
{
    /// <summary>Builds nothing for a while, so that it can be interrupted.</summary>
    private const string Slow =
        """<Project><Target Name="Restore"><Exec Command="sleep 20" /></Target></Project>""";

    private const string Broken =
        """<Project><Target Name="Build"><Error Text="It is broken." /></Target></Project>""";

    private readonly TestRepository _user = new();
    private readonly string _ours = Directory.CreateTempSubdirectory("gatewaybench-ours").FullName;
    private readonly string _first;

    public BisectVerbTests()
    {
        _first = _user.Commit("First", "readme.txt", "1");
        File.WriteAllText(
            Bench,
            """
            schemaVersion: 1
            name: chat
            scenarios:
              - use: chat
            load:
              users: 1
            """
        );
    }

    private string Bench => Path.Combine(_ours, "bench.yaml");

    private string Builds => Path.Combine(_ours, "builds");

    public void Dispose()
    {
        _user.Dispose();
        Directory.Delete(_ours, recursive: true);
    }

    [Fact]
    public async Task Commits_between_which_there_is_nothing_to_look_for_end_with_2()
    {
        _user.Commit("Second", "App/App.csproj", Broken);
        var unknown = await ToolInProcess.RunAsync(Bisect("no-such", "trunk"));
        var same = await ToolInProcess.RunAsync(Bisect("trunk", "HEAD"));
        var reversed = await ToolInProcess.RunAsync(Bisect("trunk", "trunk~1"));
        var nothing = await ToolInProcess.RunAsync([
            "bisect",
            Bench,
            "--good",
            "trunk~1",
            "--bad",
            "trunk",
        ]);

        Assert.Equal(
            (2, 2, 2, 2),
            (unknown.ExitCode, same.ExitCode, reversed.ExitCode, nothing.ExitCode)
        );
        Assert.Contains("'no-such' is no commit", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("are the same commit", same.Error, StringComparison.Ordinal);
        Assert.Contains(
            "--good is 'trunk', which is not in the history of 'trunk~1'; allowed:",
            reversed.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "which project commits are built of",
            nothing.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_good_commit_that_does_not_build_ends_with_4_and_the_repository_as_it_was()
    {
        _user.Commit("Second", "App/App.csproj", Broken);
        _user.Commit("Third", "readme.txt", "3");
        _user.MakeBusy();
        var before = _user.State();

        var result = await ToolInProcess.RunAsync(Bisect("trunk~1", "trunk"));

        Assert.Equal((4, ""), (result.ExitCode, result.Output));
        Assert.Contains("It is broken.", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, _user.State());
    }

    [Fact]
    public async Task Where_pairs_of_one_build_differ_nothing_is_looked_for()
    {
        _user.Commit("Second", "App/App.csproj", Broken);
        LeaningNoise.Store(_ours, Bench);

        var result = await ToolInProcess.RunAsync([
            .. Bisect("trunk~1", "trunk"),
            "--store",
            _ours,
        ]);

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains(LeaningNoise.Refusal, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_with_130_and_the_repository_as_it_was(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent by kill.");
        var before = MakeSlow();
        using var tool = ToolProcess.Start(Bisect("trunk~1", "trunk"));
        await BuildingAsync();

        await tool.SignalAsync(signal);
        var result = await tool.WaitAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.Equal(before, _user.State());
    }

    [Fact]
    public async Task What_a_killed_one_left_the_next_one_removes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent by kill.");
        var before = MakeSlow();
        using var tool = ToolProcess.Start(Bisect("trunk~1", "trunk"));
        await BuildingAsync();
        await tool.SignalAsync("KILL");
        await tool.WaitAsync();
        Assert.NotEqual(before, _user.State());

        // It has no project, so that nothing is built.
        var next = await ToolInProcess.RunAsync(Step(_first, "HEAD"));

        Assert.Equal(ExitCodes.GitAbort, next.ExitCode);
        Assert.Contains("has no App/App.csproj", next.Error, StringComparison.Ordinal);
        Assert.Equal(before, _user.State());
    }

    [Fact]
    public async Task A_step_skips_a_candidate_that_does_not_build()
    {
        var good = _user.Commit("Second", "App/App.csproj", Broken);
        var candidate = _user.Commit("Third", "readme.txt", "3");
        var known = new RevisionBuilds(Builds, BuildNothingAsync, _ => { });
        await known.BuildAsync(
            _user.PathOf("App", "App.csproj"),
            good,
            TestContext.Current.CancellationToken
        );
        var before = _user.State();

        var result = await ToolInProcess.RunAsync(Step(good, candidate));

        Assert.Equal(ExitCodes.GitSkip, result.ExitCode);
        Assert.Contains("Third: skip; ", result.Output, StringComparison.Ordinal);
        Assert.Contains("It is broken.", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, _user.State());
    }

    [Theory]
    [InlineData("'--no-such-option'", "--no-such-option")]
    [InlineData("The effect is 1.5; allowed: above 0, below 1", "--effect", "1.5")]
    [InlineData("--alpha is 'x'; allowed:", "--alpha", "x")]
    [InlineData("'nobody' is no commit", "--candidate", "nobody")]
    public async Task A_step_never_ends_with_what_git_takes_for_bad(
        string expected,
        params string[] more
    )
    {
        _user.Commit("Second", "App/App.csproj", Broken);
        string[] effect = more.Contains("--effect") ? [] : ["--effect", "0.8"];

        var result = await ToolInProcess.RunAsync([
            "bisect-step",
            Bench,
            "--good",
            "trunk",
            "--project",
            _user.PathOf("App", "App.csproj"),
            .. effect,
            .. more,
        ]);

        Assert.Equal((128, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_without_its_bench_file_ends_with_128_too()
    {
        var result = await ToolInProcess.RunAsync("bisect-step", "--good", "a", "--effect", "0.8");

        Assert.Equal(128, result.ExitCode);
    }

    private string MakeSlow()
    {
        _user.Commit("Second", "App/App.csproj", Slow);
        _user.Commit("Third", "readme.txt", "3");
        _user.MakeBusy();
        return _user.State();
    }

    /// <summary>The user's, that of the bisection, and that of the build.</summary>
    private Task BuildingAsync() =>
        Eventually.TrueAsync(() => _user.Git("worktree", "list").Split('\n').Length == 3);

    private string[] Bisect(string good, string bad) =>
        [
            "bisect",
            Bench,
            "--good",
            good,
            "--bad",
            bad,
            "--project",
            _user.PathOf("App", "App.csproj"),
            "--builds",
            Builds,
            "--out",
            _ours,
        ];

    private string[] Step(string good, string candidate) =>
        [
            "bisect-step",
            Bench,
            "--good",
            good,
            "--candidate",
            candidate,
            "--effect",
            "0.8",
            "--project",
            _user.PathOf("App", "App.csproj"),
            "--builds",
            Builds,
        ];

    private static async Task<string> BuildNothingAsync(string project, CancellationToken stop)
    {
        var output = Directory.CreateDirectory(
            Path.Combine(Path.GetDirectoryName(project)!, "bin")
        );
        var assembly = Path.Combine(output.FullName, "App.dll");
        await File.WriteAllTextAsync(assembly, "", stop);
        return assembly;
    }
}
