namespace GatewayBench.Cli.Tests;

/// <summary>What it refuses: by name, with exit code 2, and before it writes anything.</summary>
public sealed class NewVerbUsageTests : NewFolderFixture
{
    [Theory]
    [InlineData("Gone.csproj", null, "which is no file that can be found")]
    [InlineData("", null, "which is no file that can be found")]
    [InlineData("Shop.sln", "", "which is no project file")]
    [InlineData("Shop.csproj", "<Project", "which can't be read as XML")]
    [InlineData(
        "Shop.csproj",
        """<Project Sdk="Microsoft.NET.Sdk" />""",
        "which is no web project: it names neither Microsoft.NET.Sdk.Web nor Microsoft.AspNetCore.App"
    )]
    public async Task A_gateway_that_is_none_is_refused(string file, string? text, string why)
    {
        var path = text is null ? At(file) : Write(file, text);

        await RefusesAsync(
            $"--gateway is '{path}', {why}",
            "allowed: the project file of a gateway",
            "--gateway",
            path,
            "--out",
            At("Load")
        );
    }

    [Theory]
    [InlineData("Shop Load")]
    [InlineData("2Load")]
    [InlineData("Shop..Load")]
    [InlineData("../Load")]
    [InlineData("Load.")]
    public Task A_name_that_is_no_identifier_is_refused(string name) =>
        RefusesAsync(
            $"--name is '{name}'",
            "allowed: words of letters, digits and _",
            "--name",
            name,
            "--out",
            At("Load")
        );

    [Fact]
    public Task A_name_of_500_characters_is_refused() =>
        RefusesAsync("--name is 'aaa", "at most 100", "--name", new string('a', 500));

    [Fact]
    public Task The_gateways_own_name_is_refused() =>
        RefusesAsync(
            "--name is 'shop', as the gateway is called",
            "allowed: another name",
            "--name",
            "shop",
            "--gateway",
            Gateway,
            "--out",
            At("Load")
        );

    [Fact]
    public async Task A_folder_that_is_not_empty_is_refused()
    {
        Write("Load/Other.cs", "");

        await RefusesAsync(
            $"--out is '{At("Load")}', which is not empty: it has Other.cs",
            "allowed: an empty folder, or --force",
            "--out",
            At("Load")
        );
    }

    [Fact]
    public async Task A_file_that_is_there_is_refused_though_the_folder_is_as_good_as_empty()
    {
        Write("Load/nuget.config", "mine");
        Write($"GatewayBench.Xunit.{GatewayInfo.VersionOf(typeof(NewVerb).Assembly)}.nupkg", "");

        await RefusesAsync(
            $"'{At("Load", "nuget.config")}' is there already",
            "--force",
            "--out",
            At("Load"),
            "--feed",
            Folder
        );
        Assert.Equal("mine", Read("Load", "nuget.config"));
    }

    [Fact]
    public Task A_folder_inside_the_gateways_is_refused() =>
        RefusesAsync(
            $"--out is '{At("Shop", "Load")}', inside the gateway's own folder",
            "allowed: a folder outside of it",
            "--gateway",
            Gateway,
            "--out",
            At("Shop", "Load")
        );

    [Fact]
    public Task A_folder_that_can_not_be_made_is_refused() =>
        RefusesAsync(
            $"--out is '{Gateway}/Load', which can't be written",
            "allowed: a folder that can be",
            "--out",
            $"{Gateway}/Load"
        );

    [Fact]
    public Task A_feed_without_our_packages_is_refused() =>
        RefusesAsync(
            $"--feed is '{Folder}', where no GatewayBench.Xunit.",
            "allowed: the folder that the packages of this version were packed into",
            "--feed",
            Folder,
            "--out",
            At("Load")
        );

    private async Task RefusesAsync(string named, string allowed, params string[] args)
    {
        var before = Files("");

        var result = await NewAsync(args);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"gatewaybench: {named}", result.Error, StringComparison.Ordinal);
        Assert.Contains(allowed, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Equal(before, Files(""));
    }
}
