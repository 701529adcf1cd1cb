using System.Text.Json;

namespace GatewayBench.Cli.Tests;

/// <summary>Sweeps of the real gateway, of which only counts can be asserted: times are the machine's.</summary>
public sealed class SweepVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_value_is_measured_in_each_round_under_the_same_trouble()
    {
        // Every other answer is an error: what is not tried again fails.
        var bench = Bench("faults: ['status(503)@every:2']");

        var result = await ToolProcess.RunAsync([
            "sweep",
            bench,
            "--vary",
            "Resilience:MaxRetries=0,5",
            "--rounds",
            "2",
            "--set",
            "Resilience:BaseDelayMilliseconds=1",
            // Half of all attempts fail, which would open it.
            "--set",
            "Resilience:BreakerMinAttempts=100000",
            "--out",
            Path.Combine(_folder, "out"),
        ]);

        // The machine may be busy, which is for its gates to say.
        Assert.True(result.ExitCode is ExitCodes.Success or ExitCodes.Invalid, result.Error);
        var sweep = Stored(out var folder);
        Assert.Equal(4, sweep.Runs.Count);
        var errors = sweep
            .Runs.GroupBy(run => run.Point)
            .OrderBy(group => group.Key)
            .Select(group => group.Average(run => run.Figures.Errors))
            .ToArray();
        Assert.InRange(errors[0], 0.4, 0.6);
        Assert.True(errors[1] < errors[0], result.Output);
        Assert.All(
            sweep.Runs,
            run =>
                Assert.Single(
                    Directory.GetFiles(
                        Path.Combine(folder, run.Folder),
                        "result.json",
                        SearchOption.AllDirectories
                    )
                )
        );
        Assert.Contains("Resilience:MaxRetries", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains("| 5 ", result.Output, StringComparison.Ordinal);

        var other = await ToolInProcess.RunAsync(
            "sweep",
            bench,
            "--vary",
            "Resilience:MaxRetries=0,4",
            "--rounds",
            "2",
            "--resume",
            folder
        );
        Assert.Equal(ExitCodes.Usage, other.ExitCode);
        Assert.Contains("a setting has changed", other.Error, StringComparison.Ordinal);
        Assert.Equal(
            "the gateway's build is another",
            SweepFile.Difference(sweep, sweep with { Build = "another" })
        );
    }

    [Theory]
    [InlineData("", "No --vary is given")]
    [InlineData("Cache", "--vary is 'Cache'")]
    [InlineData("Cache:MaxEntries=", "has the values ''")]
    [InlineData("Cache:MaxEntries=10", "has the values '10'")]
    [InlineData("Cache:MaxEntries=10,20,10", "all different")]
    [InlineData("OpenAI:ApiKey=a,b", "a secret")]
    [InlineData("A=1,2 a=3,4", "twice")]
    [InlineData("A=1,2,3,4,5,6,7,8,9 B=1,2,3,4,5,6,7,8", "72 combinations")]
    public async Task What_can_not_be_varied_is_refused(string vary, string why)
    {
        var result = await ToolInProcess.RunAsync([
            "sweep",
            Bench(""),
            .. vary.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(one => new[] { "--vary", one }),
        ]);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_and_a_gateway_elsewhere_are_refused()
    {
        string[] vary = ["--vary", "A=1,2"];

        var profile = await ToolInProcess.RunAsync([
            "sweep",
            Bench("", load: "{ profile: smoke }"),
            .. vary,
        ]);
        Assert.Contains("is the profile smoke", profile.Error, StringComparison.Ordinal);

        var url = Path.Combine(_folder, "url.yaml");
        await File.WriteAllTextAsync(
            url,
            "schemaVersion: 1\nname: url\ntarget: { url: 'http://127.0.0.1:1' }\nscenarios: [{ use: health }]\nload: { users: 1 }\n",
            TestContext.Current.CancellationToken
        );
        var elsewhere = await ToolInProcess.RunAsync(["sweep", url, .. vary]);
        Assert.Contains("hosts no gateway", elsewhere.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, elsewhere.ExitCode);
    }

    private string Bench(string provider, string load = "{ users: 2, duration: 300ms }")
    {
        var path = Path.Combine(_folder, "bench.yaml");
        File.WriteAllText(
            path,
            $$"""
            schemaVersion: 1
            name: retries
            target:
              gateway: {{Builds.Gateway}}
              providerKey: OpenAI:Endpoint
              settings: { Auth: { Enabled: false }, RateLimit: { Enabled: false } }
            provider: { latency: 'fixed(1ms)'{{(provider.Length > 0 ? ", " + provider : "")}} }
            scenarios: [{ use: chat }]
            load: {{load}}
            warmUp: 0ms
            """
        );
        return path;
    }

    private SweepResult Stored(out string folder)
    {
        folder = Directory.EnumerateDirectories(Path.Combine(_folder, "out")).Single();
        return JsonSerializer.Deserialize<SweepResult>(
            File.ReadAllBytes(Path.Combine(folder, SweepResult.FileName)),
            SweepFile.Options
        )!;
    }
}
