namespace GatewayBench.Cli;

/// <summary>A gateway to try load tests on, and a solution of both.</summary>
internal static class SampleFiles
{
    public static IReadOnlyList<NewFile> Of(string loadTests) =>
        [
            new(
                $"{Template.Gateway}.slnx",
                Template
                    .Read($"{Template.Gateway}.slnx")
                    .Replace(Template.LoadTests, loadTests, StringComparison.Ordinal)
            ),
            .. new[] { $"{Template.Gateway}.csproj", "Program.cs", "appsettings.json" }.Select(
                file => new NewFile($"{Template.Gateway}/{file}", Template.Read(file))
            ),
        ];
}
