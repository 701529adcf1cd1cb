using System.Security;

namespace GatewayBench.Cli;

/// <summary>The file that tells NuGet of a folder of packages.</summary>
internal static class FeedFile
{
    /// <param name="option">The option that named the folder.</param>
    /// <param name="feed">The folder.</param>
    /// <param name="folder">Where the file goes: the folder is named from there.</param>
    /// <param name="version">That of our packages.</param>
    /// <exception cref="UsageException">Our packages are not there.</exception>
    public static NewFile Of(string option, string feed, string folder, string version)
    {
        var package = $"GatewayBench.Xunit.{version}.nupkg";
        if (!File.Exists(Path.Combine(feed, package)))
        {
            throw new UsageException(
                $"{option} is '{feed}', where no {package} is; allowed: the folder that the packages "
                    + "of this version were packed into."
            );
        }
        var way = Path.GetRelativePath(folder, Path.GetFullPath(feed)).Replace('\\', '/');
        return new NewFile(
            "nuget.config",
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <add key="gatewaybench" value="{SecurityElement.Escape(way)}" />
              </packageSources>
            </configuration>

            """
        );
    }
}
