namespace GatewayBench.Tests.Bench;

/// <summary>Bench files for tests.</summary>
internal static class Benches
{
    public const string Path = "tests/some.yaml";

    /// <summary>With one step, whose keys are given.</summary>
    public static BenchPlan Step(string keys, params (string Name, string Value)[] environment) =>
        Parse(
            $$"""
            schemaVersion: 1
            scenarios: [{ name: all, steps: [{ {{keys}} }] }]
            load: { users: 1 }
            """,
            environment
        );

    /// <summary>With steps, each of which is one line.</summary>
    public static BenchPlan Steps(params string[] steps) =>
        Parse(
            $$"""
            schemaVersion: 1
            scenarios:
              - name: all
                steps:
            {{string.Join('\n', steps.Select(step => $"      - {{ {step} }}"))}}
            load: { users: 1 }
            """
        );

    public static BenchPlan Parse(string text, params (string Name, string Value)[] environment) =>
        BenchFile.Parse(
            text,
            Path,
            name => environment.FirstOrDefault(one => one.Name == name).Value
        );

    public static string Refusal(string text) =>
        Assert.Throws<BenchException>(() => Parse(text)).Message;
}
