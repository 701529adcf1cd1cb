using GatewayBench.Support;

namespace GatewayBench.Tests.Bench;

/// <summary>The page about bench files holds all of them.</summary>
public sealed class BenchPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "bench.md"));
    private static readonly string Example = Repository.PathOf("examples", "bench", "chat.yaml");

    [Fact]
    public void It_has_every_key_and_every_ready_made_scenario()
    {
        BenchShape[] shapes =
        [
            BenchKeys.Shape,
            TargetKeys.Shape,
            LoadKeys.Shape,
            ScenarioKeys.Shape,
            StepKeys.Shape,
            ExpectKeys.Shape,
            CaptureKeys.Shape,
        ];
        var names = shapes
            .SelectMany(shape => shape.Keys)
            .Select(key => key.Name)
            .Concat(BuiltInScenarios.All.Select(one => one.Name));

        Assert.All(names, name => Assert.Matches($@"`[^`]*\b{name}\b[^`]*`", Page));
    }

    [Fact]
    public void It_shows_the_example_that_is_run() =>
        Assert.Contains(File.ReadAllText(Example), Page, StringComparison.Ordinal);

    [Fact]
    public void It_shows_an_error_as_it_is()
    {
        var broken = File.ReadAllText(Example)
            .Replace("  users:", "  user:", StringComparison.Ordinal);

        var error = Assert.Throws<BenchException>(() =>
            BenchFile.Parse(broken, Example, _ => null)
        );

        Assert.Contains(
            error.Message.Replace(Example, "examples/bench/chat.yaml", StringComparison.Ordinal),
            Page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_example_is_read()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Example)!))
        {
            var plan = BenchFile.Parse(File.ReadAllText(file), file, name => $"value of {name}");

            Assert.NotNull(plan.Hypothesis);
        }
    }
}
