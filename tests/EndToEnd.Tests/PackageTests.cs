using System.IO.Compression;

namespace GatewayBench.EndToEnd;

/// <summary>
/// Another team's solution: a gateway and an xUnit project in folders of their own, our packages
/// from a local feed. It is the README's example.
/// </summary>
[Collection(PackedFeedUsers.Name)]
public sealed class PackageTests(PackedFeed feed)
{
    [Fact]
    public async Task The_example_loads_its_own_gateway_from_the_packed_packages()
    {
        using var scratch = new ScratchFolder();
        scratch.Copy(Repository.PathOf("examples", "own-gateway"));
        var tests = Path.Combine(scratch.Path, "AskGateway.LoadTests");
        await feed.NameInAsync(scratch.Path);
        (string, string) version = ("GatewayBenchVersion", feed.Version);
        (string, string)[] quick =
        [
            version,
            ("GATEWAYBENCH_DURATION_SECS", "0.3"),
            ("GATEWAYBENCH_WARMUP_SECS", "0"),
        ];

        // Built in Debug by a plain test run, which skips the load tests and says how to run them.
        var (exitCode, output) = await Dotnet.RunAsync(tests, "test", version);
        Assert.True(exitCode == 0, output);
        Assert.Contains("Skipped: 5", output, StringComparison.Ordinal);
        Assert.Contains("Passed: 1", output, StringComparison.Ordinal);
        Assert.Contains("dotnet test --filter Category=Load", output, StringComparison.Ordinal);

        // What lies there now is a Debug build, which nobody should mistake for a measurement.
        (exitCode, output) = await Dotnet.RunAsync(
            tests,
            "test --no-build --filter Category=Load",
            quick
        );
        Assert.True(exitCode == 1, output);
        Assert.Matches("'AskGateway(.Core)?' was built without optimisation", output);

        (exitCode, output) = await Dotnet.RunAsync(tests, "test --filter Category=Load", quick);
        Assert.True(exitCode == 0, output);
        Assert.Contains("Passed: 5", output, StringComparison.Ordinal);
        Assert.Matches(@"\| POST /api/ask +\| +32 \| +[\d,]+ \| +0 \|", output);
        Assert.Matches(@"\| POST /api/ask-azure +\| +4 \| +[\d,]+ \| +0 \|", output);
        Assert.Matches(@"\| POST /api/ask-http +\| +4 \| +[\d,]+ \| +0 \|", output);
        Assert.Matches(@"\| POST /api/ask, open +\| +[\d,]+/s \| +[\d,]+ \| +0 \|", output);
        Assert.Matches(@"\| POST /api/ask, child +\| +4 \| +[\d,]+ \| +0 \|", output);
    }

    [Fact]
    public async Task The_fake_provider_serves_another_team_alone_as_its_readme_shows()
    {
        using var scratch = new ScratchFolder();
        await feed.NameInAsync(scratch.Path);
        var tests = scratch.Sub("Ask.Tests");
        var readme = ReadmeIn(
            Path.Combine(feed.Folder, $"GatewayBench.FakeProvider.{feed.Version}.nupkg")
        );
        await WriteAsync("AskTests.cs", Block(readme, "csharp"));
        await WriteAsync("appsettings.json", Block(readme, "json"));
        await WriteAsync(
            "Ask.Tests.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GatewayBench.FakeProvider" Version="{feed.Version}" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <PackageReference Include="xunit.v3" Version="3.2.2" />
                <None Update="appsettings.json" CopyToOutputDirectory="PreserveNewest" />
              </ItemGroup>
            </Project>
            """
        );

        var (exitCode, output) = await Dotnet.RunAsync(tests, "test");

        Assert.True(exitCode == 0, output);
        Assert.Matches("Passed: +1", output);

        Task WriteAsync(string file, string text) =>
            File.WriteAllTextAsync(Path.Combine(tests, file), text);
    }

    private static string ReadmeIn(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        using var reader = new StreamReader(zip.GetEntry("README.md")!.Open());
        return reader.ReadToEnd();
    }

    private static string Block(string page, string language) =>
        page.Split($"```{language}\n")[1].Split("```")[0];
}
