namespace GatewayBench.Cli;

/// <summary>Keeps results out of the repository: they are written where the load runs.</summary>
internal static class IgnoreFile
{
    private const string Name = ".gitignore";
    private const string Entry = "artifacts/";

    /// <param name="folder">The one that results go below.</param>
    /// <returns>The file that got an entry; null if there is one already.</returns>
    public static string? Ensure(string folder)
    {
        if (IsIgnored(folder))
        {
            return null;
        }
        var path = Path.Combine(folder, Name);
        var text = File.Exists(path) ? File.ReadAllText(path) : "bin/\nobj/\n";
        var separator = text.Length == 0 || text.EndsWith('\n') ? "" : "\n";
        WholeFile.Write(path, new ReportFile(Name, $"{text}{separator}{Entry}\n").Utf8);
        return path;
    }

    private static bool IsIgnored(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, Name);
            if (File.Exists(path) && File.ReadLines(path).Any(IsEntry))
            {
                return true;
            }
            if (Path.Exists(Path.Combine(at.FullName, ".git")))
            {
                break;
            }
        }
        return false;
    }

    private static bool IsEntry(string line) =>
        line.Trim().TrimStart('*', '/').TrimEnd('*', '/') is "artifacts" or "artifacts/load";
}
