namespace GatewayBench.Cli.Tests;

/// <summary>Ablations of the real gateway, of which only the form can be asserted.</summary>
public sealed class AblateVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_ablation_that_is_interrupted_keeps_its_pairs_and_can_be_gone_on_with()
    {
        string[] command =
        [
            "ablate",
            ChatBench.WriteTo(_folder),
            "--switch",
            "Cache:Enabled=false",
            "--switch",
            "ApiKey=hush-hush",
            "--set",
            "Guardrail:Enabled=true",
            "--users",
            "1",
            "--slices",
            "2",
            "--slice",
            "30ms",
            "--open",
            "0ms",
            "--warm-up",
            "0ms",
            "--out",
            Path.Combine(_folder, "out"),
        ];
        using var tool = ToolProcess.Start(command);

        var ended = tool.WaitAsync();
        // However long it waits for other load runs on this machine.
        while (!ended.IsCompleted && Stored() is not { Pairs.Count: > 0 })
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        await tool.SignalAsync("INT");
        var result = await ended;

        Assert.Equal(ExitCodes.Cancelled, result.ExitCode);
        var comparison = Stored()!;
        Assert.Equal(["Guardrail:Enabled=true"], comparison.A.Settings);
        Assert.Equal(["Cache:Enabled=false"], comparison.B.Settings);
        Assert.Equal(
            (16, "16"),
            (comparison.Plan.MostPairs, string.Join(", ", comparison.Plan.Looks))
        );
        Assert.Contains(
            "setting 1 of 2: Cache:Enabled=false",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("PARTIAL", result.Output, StringComparison.Ordinal);
        Assert.Contains("| Cache:Enabled=false", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", result.Output + result.Error, StringComparison.Ordinal);

        var other = await ToolInProcess.RunAsync([
            .. command,
            "--resume",
            StoredFolder!,
            "--seed",
            "7",
        ]);
        Assert.Equal(ExitCodes.Usage, other.ExitCode);
        Assert.Contains(
            "a comparison, but of something else",
            other.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_switch_it_is_refused()
    {
        var result = await ToolInProcess.RunAsync("ablate", ChatBench.WriteTo(_folder));

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("No --switch is given; allowed:", result.Error, StringComparison.Ordinal);
    }

    private string? StoredFolder =>
        Directory.Exists(Path.Combine(_folder, "out"))
            ? Directory.EnumerateDirectories(Path.Combine(_folder, "out")).SingleOrDefault()
            : null;

    private PairedComparison? Stored() =>
        StoredFolder is { } folder
        && Path.Combine(folder, "1") is var first
        && File.Exists(Path.Combine(first, PairedComparison.FileName))
            ? ComparisonFile.Read(first)
            : null;
}
