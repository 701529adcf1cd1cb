namespace GatewayBench.Cli.Tests;

public sealed class CentralVersionsTests : NewFolderFixture
{
    private const string Central = """
        <Project>
          <PropertyGroup>
            <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
          </PropertyGroup>
          <ItemGroup>
            <PackageVersion Include="xunit.v3" Version="3.1.0" />
          </ItemGroup>
        </Project>

        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Versions_go_to_the_page_and_those_that_it_has_stay(string newLine)
    {
        var page = Central.ReplaceLineEndings(newLine);
        Write("Directory.Packages.props", page);

        var result = await NewAsync("--gateway", Gateway, "--out", At("tests", "Load"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var project = Read("tests", "Load", "Shop.LoadTests.csproj");
        Assert.Contains(
            "<PackageReference Include=\"xunit.v3\" />",
            project,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Version=", project, StringComparison.Ordinal);
        Assert.DoesNotContain("GatewayBenchVersion", project, StringComparison.Ordinal);
        var version = GatewayInfo.VersionOf(typeof(NewVerb).Assembly);
        var added = $"""
              <ItemGroup>
                <PackageVersion Include="GatewayBench.Xunit" Version="{version}" />
                <PackageVersion Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
                <PackageVersion Include="xunit.runner.visualstudio" Version="3.1.5" />
              </ItemGroup>
            </Project>
            """.ReplaceLineEndings(newLine);
        Assert.Equal(
            page.Replace("</Project>", added, StringComparison.Ordinal),
            Read("Directory.Packages.props")
        );
        Assert.Contains("with versions of 3 packages", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_manages_them_centrally_may_say_so_elsewhere()
    {
        Write("Directory.Packages.props", "<Project>\n</Project>\n");
        Write(
            "Directory.Build.props",
            "<Project><PropertyGroup><ManagePackageVersionsCentrally> True </ManagePackageVersionsCentrally>"
                + "</PropertyGroup></Project>"
        );

        await NewAsync("--gateway", Gateway, "--out", At("Load"));

        Assert.Contains("xunit.v3", Read("Directory.Packages.props"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nearest_page_decides_and_one_that_switches_it_off_is_left_alone()
    {
        Write("Directory.Packages.props", Central);
        Write("tests/Directory.Packages.props", "<Project />");

        await NewAsync("--gateway", Gateway, "--out", At("tests", "Load"));

        Assert.Equal(Central, Read("Directory.Packages.props"));
        Assert.Equal("<Project />", Read("tests", "Directory.Packages.props"));
        Assert.Contains(
            "Include=\"xunit.v3\" Version=\"3.2.2\"",
            Read("tests", "Load", "Shop.LoadTests.csproj"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("<Project", "is no XML")]
    [InlineData(
        "<Project><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></Project >",
        "has no </Project>"
    )]
    public async Task A_page_that_can_not_be_added_to_is_refused_and_nothing_is_written(
        string page,
        string why
    )
    {
        var path = Write("Directory.Packages.props", page);

        var result = await NewAsync("--gateway", Gateway, "--out", At("Load"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{path} {why}", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("Load")));
        Assert.Equal(page, File.ReadAllText(path));
    }
}
