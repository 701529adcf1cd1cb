namespace GatewayBench.VerdictTruth;

/// <summary>What stands in the files of a repository that has a culprit.</summary>
internal static class CulpritSource
{
    public const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    public static string Bench(string repository) =>
        $$$"""
            schemaVersion: 1
            name: culprit
            target:
              project: {{{Path.Combine(repository, "Gateway.csproj")}}}
              providerKey: Model:Endpoint
            provider: { latency: none }
            scenarios:
              - name: chat
                steps:
                  - path: /api/chat
                    body: { message: "{{user.prompt}}" }
                    expect: { has: [$.reply] }
            load: { users: 2 }
            """;

    /// <summary>Something else in each commit; in some what does not compile, or ends the program that loads it.</summary>
    public static string Change(CulpritPlan plan, int number) =>
        plan.Unbuildable.Contains(number) ? $"internal static class Changes {number} {{"
        : plan.Unstartable.Contains(number)
            ? """
                internal static class Changes
                {
                    [System.Runtime.CompilerServices.ModuleInitializer]
                    internal static void Fail() => throw new System.InvalidOperationException("It does not start.");
                }
                """
        : $"internal static class Changes {{ public const int Number = {number}; }}";

    /// <summary>From the culprit on each request has more to do.</summary>
    public static string Settings(CulpritPlan plan, int number, int rounds) =>
        $$"""
            { "Work": { "Rounds": {{(number >= plan.Culprit ? rounds : 0)}} } }
            """;
}
