using System.Globalization;

namespace GatewayBench.EndToEnd;

/// <summary>Our packages in a folder, as another team gets them; packed once for all who need them.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private static readonly string[] Packages = ["FakeProvider", "Harness", "Harness.Xunit", "Cli"];

    private readonly ScratchFolder _scratch = new();

    /// <summary>One of its own for each run, because NuGet never looks at a version twice.</summary>
    public string Version { get; } =
        string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");

    public string Folder => _scratch.Path;

    public static bool Runs(string command) =>
        Packages.Any(project => command == $"dotnet pack src/{project} -c Release -o feed");

    public async ValueTask InitializeAsync()
    {
        foreach (var project in Packages)
        {
            // A build folder of its own: others build this checkout at the same time.
            var (exitCode, output) = await Dotnet.RunAsync(
                Repository.Root,
                $"pack src/{project} -c Release -p:Version={Version} -o {Folder} --artifacts-path {Folder}/build"
            );
            Assert.True(exitCode == 0, output);
        }
    }

    /// <summary>The feed's place, for the projects in a folder.</summary>
    public Task NameInAsync(string folder) =>
        File.WriteAllTextAsync(
            Path.Combine(folder, "nuget.config"),
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <add key="local" value="{Folder}" />
              </packageSources>
            </configuration>
            """
        );

    /// <summary>No test version stays in the user's cache.</summary>
    public ValueTask DisposeAsync()
    {
        _scratch.Dispose();
        var cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".nuget",
                "packages"
            );
        foreach (var package in Directory.EnumerateDirectories(cache, "gatewaybench*"))
        {
            if (Path.Combine(package, Version) is var stale && Directory.Exists(stale))
            {
                Directory.Delete(stale, recursive: true);
            }
        }
        return ValueTask.CompletedTask;
    }
}
