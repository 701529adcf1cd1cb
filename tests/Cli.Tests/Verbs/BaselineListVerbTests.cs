using GatewayBench.Tests.Baselines;

namespace GatewayBench.Cli.Tests;

public sealed class BaselineListVerbTests : IDisposable
{
    private readonly BaselineFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Machines_runs_rows_and_their_trend_are_shown_and_which_machine_is_this()
    {
        var here = Runs.Of(500, day: 3) with { Machine = MachineInfo.Read() };
        await _files.RecordAsync(
            _files.Put("a", Runs.Of(1_000)),
            _files.Put("b", Runs.Of(250, day: 4, commit: null)),
            _files.Put("c", here)
        );

        var result = await _files.ListAsync();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var other = Fingerprint.Of(Runs.Machine);
        Assert.Contains($"{other.Id}: a CPU, 8 cores", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"{Fingerprint.Of(here.Machine).Id} (this machine): ",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Matches(@"\| 2026-01-02 \| 1111111 \| sample \| +1 \|", result.Output);
        Assert.Matches(@"\| 2026-01-04 \| - +\| sample \| +1 \|", result.Output);
        Assert.Matches(@"\| GET /health \| 32 users \| +2 \| +250 \| #: +\|", result.Output);
    }

    [Fact]
    public async Task Without_any_it_says_so()
    {
        var result = await _files.ListAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("This machine has none in '", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "holds no baselines")]
    [InlineData("null", "holds no baselines: the JSON is null")]
    [InlineData(
        """{"schemaVersion":1,"fingerprint":{"machine":{},"runtime":{}},"history":[null]}""",
        "holds no baselines: a run or row is null."
    )]
    [InlineData(null, "schemaVersion 9 can't be read; allowed: 1.")]
    public async Task A_store_that_can_not_be_read_ends_with_2_and_names_the_file(
        string? text,
        string expected
    )
    {
        await _files.RecordOneAsync();
        var file = Assert.Single(Directory.GetFiles(_files.Store));
        var later = File.ReadAllText(file)
            .Replace("\"schemaVersion\": 1", "\"schemaVersion\": 9", StringComparison.Ordinal);
        File.WriteAllText(file, text ?? later);

        var result = await _files.ListAsync();

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(file, result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_takes_nothing_ends_with_2()
    {
        using var error = new StringWriter();
        await using var full = new FullOutput();

        var exitCode = await CommandLine.RunAsync(
            ["baseline", "list", "--store", _files.Store],
            full,
            error
        );

        Assert.Equal(2, exitCode);
        Assert.Contains("No space left on device", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Redirected to a disk that has no room left.</summary>
    private sealed class FullOutput : StringWriter
    {
        public override void Write(char value) => throw Full();

        public override void Write(string? value) => throw Full();

        public override void Write(char[] buffer, int index, int count) => throw Full();

        private static IOException Full() => new("No space left on device");
    }
}
