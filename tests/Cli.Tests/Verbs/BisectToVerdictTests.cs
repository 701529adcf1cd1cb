using System.Text.Json;
using GatewayBench.Support;

namespace GatewayBench.Cli.Tests;

/// <summary>A bisection from the command line to its verdict, by allocations: they are counted, so that no time decides.</summary>
public sealed class BisectToVerdictTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    private readonly TestRepository _user = new();
    private readonly string _ours = Directory.CreateTempSubdirectory("gatewaybench-ours").FullName;

    private string Out => Path.Combine(_ours, "out");

    public void Dispose()
    {
        _user.Dispose();
        Directory.Delete(_ours, recursive: true);
    }

    [Fact]
    public async Task It_names_the_culprit_and_leaves_the_repository_as_it_was_also_when_it_is_interrupted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent by kill.");
        _user.Commit("Project", Path.Combine("App", "App.csproj"), Project);
        var good = Allocating("Good", 100);
        var culprit = Allocating("Culprit", 50_000);
        var bad = _user.Commit("Bad", "readme.txt", "bad");
        _user.MakeBusy();
        var before = _user.State();

        Assert.Equal(130, await InterruptedAsync("  pair 1", "INT", good, bad));
        Assert.Equal(before, _user.State());
        Assert.Equal(130, await InterruptedAsync("step 1 of", "TERM", good, bad));
        Assert.Equal(before, _user.State());

        Directory.Delete(Out, recursive: true);
        var result = await ToolProcess.RunAsync(Bisect(good, bad));

        Assert.Equal(before, _user.State());
        // Pairs that a busy machine disturbed are discarded, for which the rest may not be enough.
        Assert.True(
            result.ExitCode == ExitCodes.Success
                || result.Error.Contains("pairs were lost", StringComparison.Ordinal),
            result.Error
        );
        if (result.ExitCode == ExitCodes.Success)
        {
            var found = JsonSerializer.Deserialize<BisectRecord>(
                File.ReadAllBytes(
                    Path.Combine(
                        Directory.EnumerateDirectories(Out).Single(),
                        BisectRecord.FileName
                    )
                ),
                BisectFile.Options
            )!;
            Assert.Equal((culprit, true), (found.Culprit!.Id, found.IsConfirmed));
            Assert.Contains("Culprit", result.Output, StringComparison.Ordinal);
        }
    }

    private async Task<int> InterruptedAsync(string at, string signal, string good, string bad)
    {
        using var tool = ToolProcess.Start(Bisect(good, bad));
        await tool.UntilToldAsync(at);
        await tool.SignalAsync(signal);
        return (await tool.WaitAsync()).ExitCode;
    }

    /// <summary>A gateway that allocates so much for each request.</summary>
    private string Allocating(string message, int bytes) =>
        _user.Commit(
            message,
            Path.Combine("App", "Program.cs"),
            $$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/work", () =>
            {
                GC.KeepAlive(new byte[{{bytes}}]);
                return "done";
            });
            app.Run();
            """
        );

    private string[] Bisect(string good, string bad)
    {
        var bench = Path.Combine(_ours, "bench.yaml");
        File.WriteAllText(
            bench,
            $$"""
            schemaVersion: 1
            name: work
            target: { project: "{{_user.PathOf("App", "App.csproj")}}" }
            scenarios: [{ steps: [{ path: /work }] }]
            load: { users: 1 }
            """
        );
        return
        [
            "bisect",
            bench,
            "--good",
            good,
            "--bad",
            bad,
            "--metric",
            "allocations",
            "--users",
            "1",
            "--slices",
            "1",
            "--slice",
            "20ms",
            "--open",
            "0ms",
            "--warm-up",
            "0ms",
            "--builds",
            Path.Combine(_ours, "builds"),
            "--store",
            Path.Combine(_ours, "noise"),
            "--out",
            Out,
        ];
    }
}
