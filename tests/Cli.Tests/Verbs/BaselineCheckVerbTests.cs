using GatewayBench.Tests.Baselines;

namespace GatewayBench.Cli.Tests;

public sealed class BaselineCheckVerbTests : IDisposable
{
    private readonly BaselineFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_row_that_held_ends_with_0()
    {
        var result = await CheckAsync(Runs.Of(950, day: 9));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(
            "OK: of 1 rows none lost 20.0 % or more.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("-5.0 %", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_dropped_ends_with_1_and_how_to_find_the_commit()
    {
        var result = await CheckAsync(Runs.Of(640, day: 9, commit: Runs.NewCommit));

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains(
            "DROPPED by 20.0 % or more: GET /health, 32 users (-36.0 %)",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"  gatewaybench bisect --good {Runs.OldCommit} --bad {Runs.NewCommit} BENCHFILE",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("40%", 0)]
    [InlineData("36%", 1)]
    [InlineData("2.5%", 1)]
    public async Task How_much_may_be_lost_is_an_option(string maxDrop, int expected)
    {
        var result = await CheckAsync(Runs.Of(640, day: 9), "--max-drop", maxDrop);

        Assert.Equal(expected, result.ExitCode);
    }

    [Theory]
    [InlineData("20")]
    [InlineData("0%")]
    [InlineData("100%")]
    [InlineData("-5%")]
    [InlineData("%")]
    public async Task A_limit_that_is_none_ends_with_2(string maxDrop)
    {
        var result = await CheckAsync(Runs.Of(640, day: 9), $"--max-drop={maxDrop}");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            $"--max-drop is '{maxDrop}'; allowed: a percentage from 1% to 99%, such as 20%.",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_machine_ends_with_3_and_is_told_what_would_be_honest()
    {
        var now = Runs.Of(1_000, day: 9) with { Machine = Runs.Machine with { Cores = 2 } };

        var result = await CheckAsync(now);

        Assert.Equal((3, ""), (result.ExitCode, result.Error));
        Assert.Contains("has no baseline of this machine", result.Output, StringComparison.Ordinal);
        Assert.Contains("cores: 8 -> 2", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "only a ratio measured in one run",
            result.Output.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_row_that_can_not_be_compared_ends_with_3_and_is_named()
    {
        var result = await CheckAsync(
            Runs.Of(1_000, day: 9).With(row => row with { Transport = "inmemory" })
        );

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(
            "GET /health, 32 users: transport: loopback -> inmemory",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("NOTHING COMPARED", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Noise_and_changes_are_told()
    {
        await _files.RecordAsync(_files.Put("noisy", Runs.Of(2_000, day: 3)));
        var machine = Runs.Machine with { Runtime = ".NET 10.0.12", LoopScore = 300 };

        var result = await CheckAsync(Runs.Of(1_400, day: 9) with { Machine = machine });

        Assert.Contains(
            "runs of one commit differed by 100.0 %",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "runtime: .NET 10.0.4 -> .NET 10.0.12",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("0.75x of its speed of then", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_broken_and_a_result_that_is_missing_end_with_2()
    {
        var missing = await _files.CheckAsync(_files.PathOf("none"));
        Directory.CreateDirectory(_files.Store);
        var odd = Path.Combine(_files.Store, "odd.json");
        File.WriteAllText(odd, "{");
        var broken = await _files.CheckAsync(_files.Put("now", Runs.Of(1)));

        Assert.Equal((2, 2), (missing.ExitCode, broken.ExitCode));
        Assert.Contains("'" + _files.PathOf("none"), missing.Error, StringComparison.Ordinal);
        Assert.Contains($"{odd} holds no baselines", broken.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut", "Not a result")]
    [InlineData("version", "schemaVersion 99 can't be read; allowed: 1.")]
    public async Task A_result_that_is_none_ends_with_2(string what, string expected)
    {
        await _files.RecordOneAsync();
        var version = what == "version" ? 99 : LoadResult.CurrentSchemaVersion;
        var run = _files.Put("now", Runs.Of(1_000) with { SchemaVersion = version });
        var file = Path.Combine(run, "result.json");
        if (what == "cut")
        {
            File.WriteAllText(file, File.ReadAllText(file)[..200]);
        }

        var result = await _files.CheckAsync(run);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"'{file}' can't be read", result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_output_is_plain_ascii_of_100_columns_at_most()
    {
        var result = await CheckAsync(Runs.Of(950, day: 9));

        Assert.True(System.Text.Ascii.IsValid(result.Output), result.Output);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    private async Task<ToolResult> CheckAsync(LoadResult now, params string[] args)
    {
        await _files.RecordOneAsync();
        return await _files.CheckAsync([_files.Put("now", now), .. args]);
    }
}
