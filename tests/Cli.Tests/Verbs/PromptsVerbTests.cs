namespace GatewayBench.Cli.Tests;

public sealed class PromptsVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    private string Log => Path.Combine(_folder, "log.jsonl");

    private string Sample => Path.Combine(_folder, "sample.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sample_of_a_log_is_redacted_and_can_be_read_as_a_feed()
    {
        File.WriteAllLines(
            Log,
            [
                "{\"question\": \"Was \\\"it\\\" sent to me@example.org?\"}",
                "{\"other\": 1}",
                "{\"question\": \"and <b>why</b>?\"}",
            ]
        );

        var result = await RunAsync("--field", "question", "--take", "5", "--seed", "7");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith(
            $"2 of 2 prompts in {Sample}; 1 lines had none.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "{\"prompt\":\"Was \\\"it\\\" sent to [email]?\"}",
                "{\"prompt\":\"and <b>why</b>?\"}",
            ],
            File.ReadAllLines(Sample)
        );
        Assert.Equal(2, PromptFeed.FromJsonl(Sample).Count);
    }

    [Fact]
    public async Task A_log_without_a_prompt_is_refused_and_nothing_is_written()
    {
        File.WriteAllLines(Log, ["{\"other\": 1}"]);

        var result = await RunAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            $"--from is '{Log}', where no line has a prompt; allowed",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(Sample));
    }

    [Fact]
    public async Task A_log_that_is_not_there_is_refused()
    {
        var result = await RunAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(Log, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_can_not_be_written_is_named()
    {
        File.WriteAllText(Log, "hello");
        var place = Path.Combine(Log, "sample.jsonl");

        var result = await ToolInProcess.RunAsync("prompts", "--from", Log, "--out", place);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"--out is '{place}'", result.Error, StringComparison.Ordinal);
        Assert.Contains("allowed: a file in a folder", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_leaves_what_was_there()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has /dev/full.");
        File.WriteAllText(Log, "hello");
        File.WriteAllText(Sample, "earlier");
        File.CreateSymbolicLink(Sample + ".tmp", "/dev/full");

        var result = await RunAsync();

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"--out is '{Sample}'", result.Error, StringComparison.Ordinal);
        Assert.Contains("space", result.Error, StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(Sample));
    }

    private Task<ToolResult> RunAsync(params string[] args) =>
        ToolInProcess.RunAsync(["prompts", "--from", Log, "--out", Sample, .. args]);
}
