namespace GatewayBench.Cli.Tests;

/// <summary><c>diff</c> and <c>merge</c>, which read what runs have stored.</summary>
public sealed class StoredResultVerbsTests : RunFixture
{
    [Fact]
    public async Task Diff_shows_two_results_and_takes_files_andFolders()
    {
        var (a, b) = (await RunAsync("a"), await RunAsync("b"));
        MakeValid(a);
        MakeValid(b);

        var console = await ToolInProcess.RunAsync("diff", a, Path.GetDirectoryName(b)!);
        var markdown = await ToolInProcess.RunAsync("diff", a, b, "--format", "markdown");

        Assert.Equal((0, 0), (console.ExitCode, markdown.ExitCode));
        Assert.StartsWith("Two results side by side", console.Output, StringComparison.Ordinal);
        Assert.Contains("No verdict", console.Output, StringComparison.Ordinal);
        Assert.Contains("| GET /", console.Output, StringComparison.Ordinal);
        Assert.StartsWith("# Two results side by side", markdown.Output, StringComparison.Ordinal);
        Assert.Empty(console.Error);
    }

    [Fact]
    public async Task Diff_refuses_by_name_what_must_not_be_compared()
    {
        var (a, b) = (await RunAsync("a"), await RunAsync("b", "--users", "2"));
        MakeValid(a);
        MakeValid(b);

        var tool = await ToolInProcess.RunAsync("diff", a, b);

        Assert.Equal(2, tool.ExitCode);
        Assert.StartsWith(
            $"gatewaybench: A is '{a}', B is '{b}'. ",
            tool.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("load: 1 user in A, 2 users in B", tool.Error, StringComparison.Ordinal);
        Assert.Empty(tool.Output);
    }

    [Fact]
    public async Task Merge_makes_one_result_of_all_with_its_reports()
    {
        var (a, b) = (await RunAsync("a"), await RunAsync("b", "--seed", "43"));
        var @out = Path.Combine(Folder, "merged");

        var tool = await ToolInProcess.RunAsync("merge", a, b, "--out", @out);

        var merged = Read(
            Directory.GetFiles(@out, "result.json", SearchOption.AllDirectories).Single()
        );
        Assert.Equal(Read(a).Rows[0].Requests + Read(b).Rows[0].Requests, merged.Rows[0].Requests);
        Assert.Equal([42UL, 43], merged.Sources.Select(source => source.Seed));
        Assert.Equal("2 users", merged.Rows[0].Load);
        Assert.Contains("Report  ", tool.Output, StringComparison.Ordinal);
        // One after the other: no figures of one load.
        Assert.Equal(3, tool.ExitCode);
        Assert.Contains("not at once", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_refuses_by_name_what_is_no_share_of_one_run()
    {
        var a = await RunAsync("a");

        var twice = await ToolInProcess.RunAsync("merge", a, a, "--out", Folder);
        var alone = await ToolInProcess.RunAsync("merge", a, "--out", Folder);

        Assert.Equal((2, 2), (twice.ExitCode, alone.ExitCode));
        Assert.StartsWith(
            $"gatewaybench: seed 42 is in {a} and in {a}: the same share of the load twice",
            twice.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("allowed: two or more.", alone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_into_aFolder_that_can_not_be_written_names_it()
    {
        var (a, b) = (await RunAsync("a"), await RunAsync("b", "--seed", "43"));
        var file = Path.Combine(Folder, "file");
        File.WriteAllText(file, "");

        var tool = await ToolInProcess.RunAsync("merge", a, b, "--out", file);

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains($"can't be written to '{file}", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_onto_a_disk_without_room_shows_its_report_and_ends_with_2()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits the size of files as Linux does.");
        var (a, b) = (await RunAsync("a"), await RunAsync("b", "--seed", "43"));
        var @out = Path.Combine(Folder, "merged");

        var tool = await ToolProcess.RunWithoutRoomAsync("merge", a, b, "--out", @out);

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains("| GET /", tool.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"Reports can't be written to '{@out}",
            tool.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("larger than a file may be here", tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("merge")]
    public async Task What_is_no_stored_result_is_named(string verb)
    {
        var good = await RunAsync("a");
        var json = File.ReadAllText(good);
        await RefusedAsync(Path.Combine(Folder, "nowhere.json"), "Could not find");
        await RefusedAsync(Folder, "result.json");
        await RefusedAsync(Written("cut.json", json[..(json.Length / 2)]), "Not a result");
        await RefusedAsync(Written("text.json", "hello"), "Not a result");
        await RefusedAsync(
            Written(
                "later.json",
                json.Replace(
                    "\"schemaVersion\": 1",
                    "\"schemaVersion\": 9",
                    StringComparison.Ordinal
                )
            ),
            "schemaVersion 9 can't be read; allowed: 1."
        );

        async Task RefusedAsync(string path, string why)
        {
            var tool = await ToolInProcess.RunAsync(verb, good, path);

            Assert.Equal(2, tool.ExitCode);
            Assert.StartsWith($"gatewaybench: '{path}", tool.Error, StringComparison.Ordinal);
            Assert.Contains(
                "allowed: a result.json of a run, or its folder.",
                tool.Error,
                StringComparison.Ordinal
            );
            Assert.Contains(why, tool.Error, StringComparison.Ordinal);
            Assert.Empty(tool.Output);
        }
    }

    [Theory]
    [InlineData("diff", "a.json")]
    [InlineData("diff", "a.json", "b.json", "c.json")]
    [InlineData("diff", "a.json", "b.json", "--format", "xml")]
    [InlineData("merge")]
    [InlineData("merge", "a.json", "b.json", "--out", "")]
    public async Task Wrong_usage_ends_with_2_and_points_to_the_help(params string[] args)
    {
        var tool = await ToolInProcess.RunAsync(args);

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains(
            $"See: gatewaybench {args[0]} --help",
            tool.Error,
            StringComparison.Ordinal
        );
        Assert.Empty(tool.Output);
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <returns>The stored result's file.</returns>
    private async Task<string> RunAsync(string name, params string[] args)
    {
        var folder = Path.Combine(Folder, name);
        string[] users = args.Contains("--users") ? [] : ["--users", "1"];
        await RunOnceAsync(folder, [.. users, .. args]);
        return StoredIn(folder);
    }

    /// <summary>Whether the machine was quiet is not for these tests to say.</summary>
    private static void MakeValid(string file)
    {
        var result = Read(file);
        var rows = result.Rows.Select(row => row with { Invalid = [] });
        File.WriteAllBytes(file, ResultFile.Serialize(result with { Rows = [.. rows] }));
    }
}
