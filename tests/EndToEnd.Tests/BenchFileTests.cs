namespace GatewayBench.EndToEnd;

/// <summary>The example that the page about bench files shows, against the sample gateway.</summary>
public sealed class BenchFileTests
{
    private const string Example =
        "dotnet run --project src/Cli -c Release -- run examples/bench/chat.yaml";

    public static bool Runs(string command) => command is Example;

    [Fact]
    public async Task The_example_builds_the_gateway_and_loads_it()
    {
        using var scratch = new ScratchFolder();

        var (exitCode, output) = await Dotnet.RunAsync(
            Repository.Root,
            $"{Example["dotnet ".Length..]} --duration 1s --warm-up 0s --out {scratch.Path}"
        );

        // Whether the machine was quiet is not for this test to say.
        Assert.True(exitCode is 0 or 3, output);
        Assert.Matches(@"\| chats-and-runs +\| +16 \| +[\d,]+ \| +0 \|", output);
        Assert.Matches(@"\| +POST /api/chat +\|", output);
        Assert.Matches(@"\| +submit +\|", output);
        Assert.Contains("errors<1%", output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(scratch.Path, "report.html", SearchOption.AllDirectories));
    }
}
