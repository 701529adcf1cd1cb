using GatewayBench.Support;

namespace GatewayBench.Cli.Tests;

/// <summary>Ctrl-C ahead of the load: nothing was measured, and the tool says so at once.</summary>
public sealed class RunVerbInterruptTests : RunFixture
{
    private const string Nothing = "gatewaybench: cancelled before anything was measured.";

    [Fact]
    public async Task While_another_run_has_the_machine()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no POSIX signals.");
        using var other = await LoadLock.AcquireAsync(
            new RunOptions { Name = "another" },
            TestContext.Current.CancellationToken
        );
        using var tool = ToolProcess.Start(
            "run",
            "--target",
            Server.Url,
            "--users",
            "1",
            "--out",
            Folder
        );

        var waiting = await tool.ReadLineAsync();
        await tool.SignalAsync("INT");
        var ended = await tool.WaitAsync();

        Assert.StartsWith("Waiting for another load run", waiting, StringComparison.Ordinal);
        Assert.Contains("'another'", waiting, StringComparison.Ordinal);
        Assert.Equal(130, ended.ExitCode);
        Assert.EndsWith(Nothing, ended.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
        Assert.Empty(Server.Kinds);
    }

    [Fact]
    public async Task While_the_gateway_is_built()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no POSIX signals.");
        var project = Path.Combine(Folder, "Slow.csproj");
        var begun = Path.Combine(Folder, "begun");
        await File.WriteAllTextAsync(
            project,
            $"""
            <Project DefaultTargets="Build">
              <Target Name="Restore" />
              <Target Name="Build"><Exec Command="echo $$ &gt; {begun}.new; mv {begun}.new {begun}; exec sleep 3600" /></Target>
            </Project>
            """,
            TestContext.Current.CancellationToken
        );
        using var tool = ToolProcess.Start("run", "--gateway", project, "--users", "1");

        await Eventually.TrueAsync(() => File.Exists(begun));
        await tool.SignalAsync("INT");
        var ended = await tool.WaitAsync();

        Assert.Equal(130, ended.ExitCode);
        Assert.EndsWith(Nothing, ended.Error.TrimEnd(), StringComparison.Ordinal);
        var compiler = await File.ReadAllTextAsync(begun, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => !Directory.Exists($"/proc/{compiler.Trim()}"));
    }

    [Fact]
    public async Task While_the_gateway_starts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no POSIX signals.");
        var begun = Path.Combine(Folder, "begun");
        using var tool = ToolProcess.Start(
            "run",
            "--gateway",
            Builds.FaultyGateway,
            "--hosting",
            "child",
            "--setting",
            "Start=hang",
            "--setting",
            $"File={begun}",
            "--users",
            "1",
            "--out",
            Folder
        );

        await Eventually.TrueAsync(() => File.Exists(begun));
        await tool.SignalAsync("INT");
        var ended = await tool.WaitAsync();

        Assert.Equal(130, ended.ExitCode);
        Assert.EndsWith(Nothing, ended.Error.TrimEnd(), StringComparison.Ordinal);
        var result = Read(StoredIn(Folder));
        Assert.True(result.Partial);
        Assert.Empty(result.Rows);
    }
}
