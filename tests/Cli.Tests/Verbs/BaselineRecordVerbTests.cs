using GatewayBench.Tests.Baselines;

namespace GatewayBench.Cli.Tests;

public sealed class BaselineRecordVerbTests : IDisposable
{
    private readonly BaselineFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Results_go_into_the_file_of_their_machine_and_onto_the_page()
    {
        var (one, two) = (_files.Put("a", Runs.Of(1_000)), _files.Put("b", Runs.Of(1_200, day: 3)));

        var result = await _files.RecordAsync(one, Path.Combine(two, "result.json"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var file = Assert.Single(Directory.GetFiles(_files.Store));
        Assert.Contains(
            $"{one}: 1 rows, commit 1111111, in {file}",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| 1,100 | 20.0 % |",
            File.ReadAllText(_files.Page),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_folder_is_searched_and_what_is_there_already_is_not_recorded_twice()
    {
        _files.Put(Path.Combine("load", "a"), Runs.Of(1_000));
        _files.Put(Path.Combine("load", "b"), Runs.Of(1_200, day: 3));

        await _files.RecordAsync("--from", _files.PathOf("load"));
        var page = File.ReadAllText(_files.Page);
        var again = await _files.RecordAsync("--from", _files.PathOf("load"));

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(2, again.Output.Split("is recorded already").Length - 1);
        Assert.Equal(page, File.ReadAllText(_files.Page));
    }

    [Fact]
    public async Task An_invalid_row_is_left_out_and_named_with_3()
    {
        var noisy = Runs.Of(9, name: "GET /noisy").Rows[0] with { Invalid = ["steal: 9 %"] };
        var result = Runs.Of(1_000);
        result = result with { Rows = [.. result.Rows, noisy] };

        var told = await _files.RecordAsync(_files.Put("a", result));

        Assert.Equal(3, told.ExitCode);
        Assert.Contains(
            "GET /noisy, 32 users: INVALID, steal: 9 %",
            told.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(": 1 rows, ", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("noisy", File.ReadAllText(_files.Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", "can't be read; allowed: a result.json of a run")]
    [InlineData("truncated", "Not a result")]
    [InlineData("version", "schemaVersion 99 can't be read; allowed: 1.")]
    [InlineData("partial", "the run was ended before its time (PARTIAL); allowed: a whole one.")]
    [InlineData("debug", "target 'Gateway' was built without optimisation; allowed")]
    public async Task A_result_that_can_not_be_taken_ends_with_2_and_changes_nothing(
        string what,
        string expected
    )
    {
        var good = Runs.Of(1_000);
        var path = _files.Put(
            what,
            what switch
            {
                "version" => good with { SchemaVersion = 99 },
                "partial" => good with { Partial = true },
                "debug" => good with { Targets = [good.Targets[0] with { Optimised = false }] },
                _ => good,
            }
        );
        var file = Path.Combine(path, "result.json");
        if (what == "missing")
        {
            File.Delete(file);
        }
        if (what == "truncated")
        {
            File.WriteAllText(file, File.ReadAllText(file)[..200]);
        }

        var result = await _files.RecordAsync(_files.Put("good", good), path);

        AssertRefused(result, expected, path);
        Assert.False(Directory.Exists(_files.Store));
        Assert.False(File.Exists(_files.Page));
    }

    [Fact]
    public async Task A_page_without_marks_ends_with_2_before_anything_is_stored()
    {
        File.WriteAllText(_files.Page, "by hand\n");

        var result = await _files.RecordAsync(_files.Put("a", Runs.Of(1_000)));

        AssertRefused(result, "needs the lines '<!-- baselines: begin -->' and", _files.Page);
        Assert.False(Directory.Exists(_files.Store));
        Assert.Equal("by hand\n", File.ReadAllText(_files.Page));
    }

    [Fact]
    public async Task A_store_that_can_not_be_written_ends_with_2()
    {
        File.WriteAllText(_files.Store, "a file");

        AssertRefused(
            await _files.RecordAsync(_files.Put("a", Runs.Of(1_000))),
            "already exists",
            _files.Store
        );
    }

    [Fact]
    public async Task A_full_disk_ends_with_2_and_leaves_the_page_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");
        await _files.RecordOneAsync();
        var page = File.ReadAllText(_files.Page);
        File.CreateSymbolicLink(_files.Page + ".tmp", "/dev/full");

        var result = await _files.RecordAsync(_files.Put("b", Runs.Of(900, day: 3)));

        AssertRefused(result, "No space left on device", _files.Page);
        Assert.Equal(page, File.ReadAllText(_files.Page));
    }

    [Fact]
    public async Task A_folder_without_results_and_no_result_at_all_end_with_2()
    {
        AssertRefused(
            await _files.RecordAsync("--from", _files.Folder),
            "where no result.json is; allowed: a folder with one.",
            "--from"
        );
        AssertRefused(await _files.RecordAsync("--from", _files.PathOf("none")), "none", "find");
        AssertRefused(await _files.RecordAsync(), "No result is given; allowed", "--from");
    }

    private static void AssertRefused(ToolResult result, string expected, string name)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("gatewaybench: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Contains(name, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }
}
