namespace GatewayBench.Cli.Tests;

/// <summary><c>run --again</c>: the same experiment once more, and what became of its troubles.</summary>
public sealed class RunVerbAgainTests : RunFixture
{
    [Fact]
    public async Task The_same_experiment_is_done_again_and_what_still_fails_is_told()
    {
        await RunOnceAsync(A, "--users", "2", "--path", "/half", "--seed", "7", "--slo", "max<1h");
        var before = Read(StoredIn(A));

        var tool = await AgainAsync(StoredIn(A));

        var now = Read(StoredIn(B));
        Assert.Equal(
            ("GET /half", "2 users", 7UL, "max<1h"),
            (now.Rows[0].Name, now.Rows[0].Load, now.Seed, now.Rows[0].Slos[0].Expression)
        );
        Assert.Equal(
            before.Command!.Replace(A, B, StringComparison.Ordinal).Split(' ').Order(),
            now.Command!.Split(' ').Order()
        );
        Assert.Equal(1, tool.ExitCode);
        Assert.Matches(@"Still fails\s+GET /half, 2 users: \d.* unexpected errors", tool.Output);
        Assert.Contains("Two runs are no paired comparison", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_wrong_any_more_is_fixed()
    {
        await RunOnceAsync(A, "--users", "1");
        var stored = Read(StoredIn(A));
        var broken = stored.Rows[0] with { Successes = 0 };
        File.WriteAllBytes(StoredIn(A), ResultFile.Serialize(stored with { Rows = [broken] }));

        var tool = await AgainAsync(Path.GetDirectoryName(StoredIn(A))!);

        Assert.Matches(@"Fixed\s+GET /, 1 user: no success", tool.Output);
        Assert.DoesNotContain("Still fails", tool.Output, StringComparison.Ordinal);
        Assert.NotEqual(1, tool.ExitCode);
    }

    [Fact]
    public async Task An_option_beside_it_takes_the_place_of_the_stored_one()
    {
        await RunOnceAsync(A, "--users", "1", "--slo", "max<1h", "--slo", "errors<50%");

        await AgainAsync(StoredIn(A), "--users", "3", "--slo", "errors<2%");

        var row = Read(StoredIn(B)).Rows[0];
        Assert.Equal(3, row.Users);
        Assert.Equal("errors<2%", Assert.Single(row.Slos).Expression);
    }

    [Fact]
    public async Task What_was_left_out_as_a_secret_has_to_be_given_again()
    {
        await RunOnceAsync(A, "--users", "1", "--header", "X-Key: secret");

        var refused = await AgainAsync(StoredIn(A));
        var given = await AgainAsync(StoredIn(A), "--header", "X-Key: other");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(
            "the value of --header was left out of it, as it may be a secret; allowed: with --header given again",
            refused.Error,
            StringComparison.Ordinal
        );
        Assert.NotEqual(2, given.ExitCode);
        Assert.Contains(
            Server.Kinds.Keys,
            kind => kind.Contains(" other ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_can_not_be_repeated_is_refused_by_name()
    {
        await RunOnceAsync(A, "--users", "1");
        var stored = Read(StoredIn(A));
        var source = new SourceResult("one", 1, stored.StartedAt, stored.Machine);

        await RefusedAsync(stored with { Command = null }, "it came of code");
        await RefusedAsync(stored with { Sources = [source] }, "it was merged of several");
        await RefusedAsync(
            stored with
            {
                Command = "dotnet test --filter Category=Load",
            },
            "it came of another command; allowed: dotnet test"
        );
        await RefusedAsync(
            stored with
            {
                Command = "gatewaybench run 'gone bench.yaml'",
            },
            "its bench file 'gone bench.yaml' is not there; allowed: the folder that it was run from"
        );
        await RefusedAsync(
            stored with
            {
                Command = "gatewaybench run --users none",
            },
            "its command line does not hold: --users is 'none'"
        );
        await RefusedAsync(
            stored with
            {
                Settings = [new SettingOrigin(Variables.Prompts, "shop", "environment")],
            },
            "its prompts came of GATEWAYBENCH_PROMPTS"
        );

        async Task RefusedAsync(LoadResult result, string why)
        {
            var file = Path.Combine(Folder, "one.json");
            File.WriteAllBytes(file, ResultFile.Serialize(result));

            var tool = await ToolInProcess.RunAsync("run", "--again", file);

            Assert.Equal((2, ""), (tool.ExitCode, tool.Output));
            Assert.StartsWith(
                $"gatewaybench: --again is '{file}', which can't be repeated: ",
                tool.Error,
                StringComparison.Ordinal
            );
            Assert.Contains(why, tool.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_bench_file_beside_it_is_refused()
    {
        await RunOnceAsync(A, "--users", "1");

        var tool = await ToolInProcess.RunAsync("run", "bench.yaml", "--again", StoredIn(A));

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains("and none of a bench file", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_environment_gave_then_is_given_again()
    {
        var settings = new Repeated(
            null!,
            null!,
            LoadSettings.From([new(Variables.Duration, "2"), new(Variables.Seed, "9")])
        );
        var now = LoadSettings.From([new(Variables.OutputDirectory, "there")]);

        var repeated = settings.Under(now);

        Assert.Equal((2, 9UL), (repeated.Duration.TotalSeconds, repeated.Seed));
        Assert.Equal("there", repeated.OutputDirectory);
        Assert.Equal(3, repeated.Given.Count);
        Assert.Contains(
            "--again takes it from the result",
            Assert
                .Throws<SettingException>(() =>
                    settings.Under(LoadSettings.From([new(Variables.Seed, "1")]))
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("run --path /a", "run", "--path", "/a")]
    [InlineData("run 'two words' ''", "run", "two words", "")]
    [InlineData(@"'it'\''s' x", "it's", "x")]
    public void A_stored_line_is_read_as_a_shell_would(string line, params string[] words) =>
        Assert.Equal(words, StoredCommand.Words(line));

    private string A => Path.Combine(Folder, "a");

    private string B => Path.Combine(Folder, "b");

    private Task<ToolResult> AgainAsync(string result, params string[] args) =>
        ToolInProcess.RunAsync(["run", "--again", result, "--out", B, .. args]);
}
