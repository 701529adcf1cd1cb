using GatewayBench.Support;

namespace GatewayBench.Cli.Tests;

public sealed class NewVerbTests : NewFolderFixture
{
    private static readonly string Version = GatewayInfo.VersionOf(typeof(NewVerb).Assembly)!;

    [Fact]
    public async Task For_the_gateway_of_the_example_it_writes_the_example()
    {
        var example = Repository.PathOf("examples", "own-gateway", "AskGateway.LoadTests");
        var gateway = Repository.PathOf(
            "examples",
            "own-gateway",
            "AskGateway",
            "AskGateway.csproj"
        );
        var folder = At("AskGateway.LoadTests");

        var result = await NewAsync("--gateway", gateway, "--out", folder);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var files = Files(folder).Where(file => file != ".gitignore").ToList();
        Assert.Equal(
            ["AskGateway.LoadTests.csproj", "AskLoad.cs", "AskTests.cs", "xunit.runner.json"],
            files
        );
        var way = Path.GetRelativePath(folder, gateway).Replace('\\', '/');
        Assert.All(
            files,
            file =>
                Assert.Equal(
                    File.ReadAllText(Path.Combine(example, file))
                        .Replace("../AskGateway/AskGateway.csproj", way, StringComparison.Ordinal),
                    Read(folder, file)
                )
        );
    }

    [Fact]
    public async Task Without_a_gateway_it_writes_a_small_one_and_a_solution_of_both()
    {
        var result = await NewAsync("--out", At("mine"), "--name", "Shop.Load");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            [
                ".gitignore",
                "AskGateway.slnx",
                "AskGateway/AskGateway.csproj",
                "AskGateway/Program.cs",
                "AskGateway/appsettings.json",
                "Shop.Load/AskLoad.cs",
                "Shop.Load/AskTests.cs",
                "Shop.Load/Shop.Load.csproj",
                "Shop.Load/xunit.runner.json",
            ],
            Files("mine")
        );
        Assert.Contains(
            "Path=\"Shop.Load/Shop.Load.csproj\"",
            Read("mine", "AskGateway.slnx"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "dotnet test --filter Category=Load",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Its_packages_are_those_that_the_tool_was_built_with()
    {
        var central = File.ReadAllText(Repository.PathOf("Directory.Packages.props"));

        var result = await NewAsync("--gateway", Gateway, "--out", At("Load"), "--name", "Load");

        Assert.Equal(0, result.ExitCode);
        var packages = LoadTestFiles.Packages(Version).ToList();
        Assert.Equal("GatewayBench.Xunit", packages[0].Id);
        Assert.Equal(4, packages.Count);
        Assert.All(
            packages[1..],
            package =>
                Assert.Contains(
                    $"Include=\"{package.Id}\" Version=\"{package.Version}\"",
                    central,
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            $">{Version}</GatewayBenchVersion>",
            Read("Load", "Load.csproj"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_that_no_project_can_have_is_changed_where_it_is_the_gateways()
    {
        var gateway = Write("2-go/2-go.csproj", File.ReadAllText(Gateway));

        var result = await NewAsync("--gateway", gateway, "--out", At("Load"));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("_2_go.LoadTests.csproj", Files("Load"));
    }

    [Fact]
    public async Task A_feed_is_named_from_where_the_project_is()
    {
        Write($"feed & co/GatewayBench.Xunit.{Version}.nupkg", "");

        var result = await NewAsync("--out", At("mine"), "--feed", At("feed & co"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(
            "value=\"../feed &amp; co\"",
            Read("mine", "nuget.config"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_a_solution_has_beside_its_projects_is_in_nobodys_way()
    {
        string[] others = [".git/HEAD", ".gitignore", "global.json", "README.md"];
        foreach (var file in others)
        {
            Write($"mine/{file}", "");
        }

        var result = await NewAsync("--out", At("mine"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task With_force_it_replaces_its_own_files_and_no_others()
    {
        Write("mine/AskGateway/Program.cs", "old");
        Write("mine/AskGateway/Other.cs", "kept");

        var result = await NewAsync("--out", At("mine"), "--force");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(Template.Read("Program.cs"), Read("mine", "AskGateway", "Program.cs"));
        Assert.Equal("kept", Read("mine", "AskGateway", "Other.cs"));
    }
}
